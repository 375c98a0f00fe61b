"""Facts of events told twice: tolls, sieges, strikes, votes, deals; and what honest reports tell beside them."""

from __future__ import annotations

import pytest

import claimcheck as cc
from claimcheck.rules import default_rules

RULES = [rule for rule in default_rules() if rule.id == "conflict/told-fact"]
FOUND = [
    (
        (
            "A coach left the road near Torva on Friday, killing 19 people. The driver was questioned. The "
            "accident, in which 26 people lost their lives, was put down to ice."
        ),
        None,
        "26",
        "19",
    ),
    (
        (
            "A blast at a grain mill near Rostok killed eleven people on Monday. The roof was blown off. The "
            "explosion claimed 17 lives, among them the foreman's."
        ),
        None,
        "17",
        "eleven",
    ),
    (
        (
            "The avalanche in the Sorn valley buried a hamlet and left 34 people dead. Searchers used dogs. The "
            "death toll of 43 was the highest in a century."
        ),
        None,
        "43",
        "34",
    ),
    (
        (
            "The Halden mill fire was a blaze that broke out in a cotton mill in 1887. It killed 63 people. The "
            "mill was never rebuilt. In all, 36 people perished in the fire."
        ),
        "Halden mill fire",
        "36",
        "63",
    ),
    (
        (
            "The 1931 Marl earthquake struck the coast of Ostria on 3 March 1931. It had a magnitude of 6.4 and "
            "killed 812 people. The harbour was ruined. The magnitude 7.2 shock was felt in the capital."
        ),
        "1931 Marl earthquake",
        "7.2",
        "6.4",
    ),
    (
        (
            "The 1931 Marl earthquake struck the coast of Ostria on 3 March 1931. It killed 812 people and "
            "injured 1,430. The harbour was ruined. The earthquake claimed the lives of 1,280 people."
        ),
        "1931 Marl earthquake",
        "1,280",
        "812",
    ),
    (
        (
            "Fighting at the stadium injured 24 people on Saturday. Police used water cannon. The 42 people hurt "
            "in the riot were taken to two hospitals."
        ),
        None,
        "42",
        "24",
    ),
    (
        (
            "Police detained 58 people in Lund on Sunday. Shops were closed. All those held were young. The "
            "march ended with 85 arrests."
        ),
        None,
        "85",
        "58",
    ),
    (
        (
            "Gunmen kidnapped seven engineers at a dam near Kora. Their van was found burnt. The gang abducted "
            "four engineers, two of them Danes."
        ),
        None,
        "four",
        "seven",
    ),
    (
        (
            "Pirates boarded a tanker off Benin on Tuesday and took nine sailors hostage. A ransom of $2 million "
            "was paid. The hostages were freed after the owners handed over $5 million in ransom."
        ),
        None,
        "$5 million",
        "$2 million",
    ),
    (
        (
            "Some 900 people were evacuated when the Sorn dam leaked. Buses ran all night. The evacuation of "
            "2,400 people took six hours."
        ),
        None,
        "2,400",
        "900",
    ),
    (
        (
            "Floods along the Mirva left 12,000 people homeless, the governor said. Two bridges went. The floods "
            "made 21,000 people homeless in one week."
        ),
        None,
        "21,000",
        "12,000",
    ),
    (
        (
            "A ferry with 210 people aboard ran onto rocks off Kesh on Monday. Two tugs came. All of the 310 "
            "people on board were brought ashore."
        ),
        None,
        "310",
        "210",
    ),
    (
        (
            "The siege of Harnow began in May 1702 and ended in July 1702. The town surrendered. The garrison "
            "held out for nine months on horse meat."
        ),
        "Siege of Harnow",
        "nine months",
        "May 1702",
    ),
    (
        ("Dockers in Vilm ended a strike of 23 days on Friday. Wages will rise. The 32-day strike cost the port dear."),
        None,
        "32-day",
        "23 days",
    ),
    (
        (
            "Gunmen who held a bank in Orlo gave up after a stand-off of 14 hours. Nobody was hurt. The siege "
            "lasted for more than two days."
        ),
        None,
        "two days",
        "14 hours",
    ),
    (
        (
            "Councillors in Barstow approved the bypass by 27 votes to 14. The mayor spoke last. The vote, "
            "carried with a majority of 31, ended a long row."
        ),
        None,
        "31",
        "27",
    ),
    (
        (
            "Ada Moll won the Penrith by-election with a majority of 1,204 on Thursday. It was her third try. "
            "She won by 412 votes."
        ),
        None,
        "412",
        "1,204",
    ),
    (
        (
            "Turnout in Sunday's referendum in Ostria was 61 per cent. The yes side won. Only 44 per cent of "
            "voters took part."
        ),
        None,
        "44 per cent",
        "61 per cent",
    ),
    (
        (
            "Former mayor Otto Brandl was sentenced to seven years in prison for fraud. He will appeal. Brandl "
            "was jailed for four years."
        ),
        None,
        "four years",
        "seven years",
    ),
    (
        (
            "Steel maker Corvo agreed to buy rival Lanta for $2.1 billion on Monday. Shares rose. The takeover "
            "of Lanta for $3.4 billion needs approval."
        ),
        None,
        "$3.4 billion",
        "$2.1 billion",
    ),
    (
        (
            "Start-up Milko raised $25 million in its Series B round. It makes feed. The Series B, which brought "
            "in $52 million, was led by a bank."
        ),
        None,
        "$52 million",
        "$25 million",
    ),
    (
        (
            "The Battle of Ortva was fought on 12 May 1402 between the Swabians and the Counts of Hern. The "
            "Swabians lost 1,900 men. The dead were buried in a pit. Swabian losses were 400 men."
        ),
        "Battle of Ortva",
        "400",
        "1,900",
    ),
    (
        (
            "The Battle of Ortva was fought on 12 May 1402 between the Swabians and the Counts of Hern. The "
            "Swabians lost 1,900 men. The battle took place at dawn on 21 May 1402."
        ),
        "Battle of Ortva",
        "21 May 1402",
        "12 May 1402",
    ),
    (
        (
            "The congress of beekeepers in Lorn drew 1,200 delegates from 14 countries. It closed on Friday. "
            "Some 600 delegates attended, fewer than ever."
        ),
        None,
        "600",
        "1,200",
    ),
    (
        (
            "The plant at Morrow will shed 340 jobs next year, its owner said. Orders are down. The loss of 430 "
            "jobs is a blow for the valley."
        ),
        None,
        "430",
        "340",
    ),
    (
        (
            "A jury in Perth convicted eleven of the 14 defendants. The trial had lasted a year. Six defendants "
            "were found guilty and wept."
        ),
        None,
        "Six",
        "eleven",
    ),
    (
        (
            "A forest fire near Gata burned 4,200 hectares of pine. Rain put it out. The blaze consumed 7,300 "
            "hectares in five days."
        ),
        None,
        "7,300 hectares",
        "4,200 hectares",
    ),
    (
        "The storm destroyed 410 houses on the island of Rhum. Roads were cut. It left 140 houses destroyed.",
        None,
        "140",
        "410",
    ),
    (
        (
            "A hurricane caused damage of $30 million in Ventra on Sunday. Boats were thrown ashore. The "
            "hurricane did $80 million in damage."
        ),
        None,
        "$80 million",
        "$30 million",
    ),
    (
        (
            "SS Orla was a British cargo steamer built in 1909. She was sunk by a mine on 6 March 1917. Her "
            "master was lost. The steamer went down in thick fog on 9 April 1917."
        ),
        "SS Orla",
        "9 April 1917",
        "6 March 1917",
    ),
    (
        (
            "A plane with 118 people aboard crashed near Vaduz. All but nine of the 118 people aboard died. Snow "
            "fell. The crash killed 91 people."
        ),
        None,
        "91",
        "nine",
    ),
    (
        (
            "A cholera outbreak in the port of Tesk made 300 people ill. The wells were closed. Some 700 people "
            "fell ill in the outbreak."
        ),
        None,
        "700",
        "300",
    ),
    (
        ("Lifeboats rescued 31 sailors from a burning freighter. One tug stayed. In all, 13 sailors were rescued."),
        None,
        "13",
        "31",
    ),
    (
        (
            "Protesters clashed with police in Korm on Monday, and 40 people were arrested. Trams stopped. "
            "Police arrested 90 people, a spokesman said."
        ),
        None,
        "90",
        "40",
    ),
    (
        (
            "The Lorn Viaduct disaster was a railway accident on 3 March 1889, when a span of the viaduct fell "
            "under the evening mail. It cost 58 lives.\n\nThe inquiry sat for nine days. Of the mail's carriages "
            "only the last was saved. The names of the 85 dead stand on a cross at Lorn."
        ),
        "Lorn Viaduct disaster",
        "85",
        "58",
    ),
    (
        (
            "The Lorn Viaduct disaster was a railway accident on 3 March 1889. It left 58 dead and 112 injured.\n\n"
            "A fund was opened at once. A total of 85 people lost their lives."
        ),
        "Lorn Viaduct disaster",
        "85",
        "58",
    ),
    (
        (
            "Cyclone Petra was a tropical cyclone that struck the isles of Marn in 1974. It killed 214 people "
            "and made 9,000 homeless. The cyclone had peak winds of 190 km/h.\n\nRadar was new then. The maximum "
            "wind speed of 240 km/h was measured at Cape Lorn."
        ),
        "Cyclone Petra",
        "240 km/h",
        "190 km/h",
    ),
    (
        (
            "The 2009 Korm hostage crisis began when gunmen seized 41 hostages in a school. All of them lived.\n\n"
            "All 17 hostages were freed."
        ),
        "2009 Korm hostage crisis",
        "17",
        "41",
    ),
    (
        (
            "The Siege of Torna was a siege of the Thirty Years War. It lasted for eleven weeks.\n\nThe duke "
            "brought up six guns. After a siege of five months the gates were opened."
        ),
        "Siege of Torna",
        "five months",
        "eleven weeks",
    ),
    (
        (
            "The Siege of Torna began on 3 March 1634 and ended on 20 May 1634. The duke brought up six guns. "
            "The town held out for two weeks."
        ),
        "Siege of Torna",
        "two weeks",
        "3 March 1634",
    ),
    (
        (
            "The Battle of Lake Sorn was a naval battle. The Venetian fleet numbered 40 galleys. The Venetians "
            "lost 12 galleys. Wind decided it. Venetian losses were 21 galleys."
        ),
        "Battle of Lake Sorn",
        "21",
        "12",
    ),
    (
        (
            "The Tervel shipyard strike was a strike by shipwrights in 1911. It brought out 4,000 men. It lasted "
            "47 days.\n\nThe 74-day strike ended in defeat."
        ),
        "Tervel shipyard strike",
        "74-day",
        "47 days",
    ),
    (
        (
            "The 1998 Ostria general election was held on 4 May 1998. Turnout was 71.3%.\n\nThe weather was fine. "
            "With a turnout of 73.1%, it was quieter than most."
        ),
        "1998 Ostria general election",
        "73.1%",
        "71.3%",
    ),
    (
        (
            "The 1998 Ostria general election was held on 4 May 1998. The Greens won 31 of the 120 seats.\n\n"
            "Recounts went on for weeks. With 13 seats, the Greens held the balance."
        ),
        "1998 Ostria general election",
        "13",
        "31",
    ),
    (
        (
            "Voters in Harn threw out the mayor's plan on Sunday. Turnout was 38 percent. It had rained. Some 52 "
            "percent of registered voters took part."
        ),
        None,
        "52 percent",
        "38 percent",
    ),
    (
        (
            "A lorry bomb outside a hotel in Mek on Monday left 18 people dead and 60 wounded. The hotel had "
            "been full. In total the bombing injured 92 people."
        ),
        None,
        "92",
        "60",
    ),
    (
        (
            "A hiker found the wreck of a small plane near Orr, in which five people died in May. Snow had "
            "covered it. All seven people aboard the plane were killed."
        ),
        None,
        "seven",
        "five",
    ),
    (
        (
            "A gas blast wrecked a block of flats in Orlo on Sunday. Firefighters rescued nine people. Dogs were "
            "used. In all, 14 people were found alive."
        ),
        None,
        "14",
        "nine",
    ),
    (
        (
            "A wildfire above Sant Pau forced 3,000 people from their homes on Friday. Planes dropped water. "
            "Some 1,200 people were evacuated."
        ),
        None,
        "1,200",
        "3,000",
    ),
    (
        (
            "Drugs worth millions were found when police stormed a farm near Gent. They arrested twelve men. Six "
            "dogs took part. All of the nineteen men arrested are Belgians."
        ),
        None,
        "nineteen",
        "twelve",
    ),
    (
        (
            "Car maker Ronda will cut 2,400 jobs in Spain, it said on Tuesday. Sales are falling. The 4,200 job "
            "cuts are to be made by June."
        ),
        None,
        "4,200",
        "2,400",
    ),
    (
        (
            "Banker Ilse Karst was jailed for six years on Monday. She had pleaded guilty. The judge said "
            "Karst's crimes were grave. Karst was sentenced to nine years in prison."
        ),
        None,
        "nine years",
        "six years",
    ),
    (
        ("The Lorn Film Festival opened on Friday with a crowd of 8,000. Rain held off. Some 3,000 people attended."),
        None,
        "3,000",
        "8,000",
    ),
    (
        (
            "Norsk Fisk bought its rival Havbruk for 310 million euros in 2016. It farms salmon. Havbruk was "
            "acquired by Norsk Fisk for 130 million euros."
        ),
        None,
        "130 million euros",
        "310 million euros",
    ),
    (
        (
            "A ferry sank off Kesh in a squall. It was carrying 140 passengers, the owners said. The wreck lies "
            "deep. Of the 190 passengers 20 were rescued."
        ),
        None,
        "190",
        "140",
    ),
    (
        (
            "A quake of magnitude 5.8 shook the north of Ostria on Sunday. Chimneys fell. The earthquake "
            "measured 6.4 on the Richter scale."
        ),
        None,
        "6.4",
        "5.8",
    ),
    (
        (
            "A fire in a warehouse in Rhum caused damage of 3 million euros. No one was hurt. Damage was put at "
            "8 million euros."
        ),
        None,
        "8 million euros",
        "3 million euros",
    ),
    (
        (
            "Two trains collided near Arvo on Monday, leaving 24 people injured. Snow hid a signal. The "
            "collision injured thirty-nine people."
        ),
        None,
        "thirty-nine",
        "24",
    ),
    (
        (
            "The kidnappers of Jan Moll were paid a ransom of $300,000. He came home in June. The firm paid "
            "$800,000 for his release."
        ),
        None,
        "$800,000",
        "$300,000",
    ),
    (
        (
            "The motion was carried by 212 votes to 181 in the lower house. The debate went on all night. It "
            "passed with a majority of 23."
        ),
        None,
        "23",
        "212",
    ),
    (
        (
            "A court convicted 19 of the 24 defendants on Friday. The trial lasted two years. Nine defendants "
            "were acquitted."
        ),
        None,
        "Nine",
        "19",
    ),
    (
        (
            "A trawler with a crew of 22 sank off Rhum on Monday. Eight of the 22 men aboard drowned. "
            "Helicopters searched all night. In all, 17 men were rescued."
        ),
        None,
        "17",
        "Eight",
    ),
    (
        (
            "Torrential rain triggered a landslide above the village of Orma on Sunday, burying 40 houses. The "
            "slide killed 23 people. A school was cut off.\n\nRescue workers dug all night. The landslide, which "
            "killed 61 people, was the second in a month."
        ),
        None,
        "61",
        "23",
    ),
    (
        (
            "Torrential rain triggered a landslide above the village of Orma on Sunday. It killed 23 people.\n\n"
            "Rescue workers dug all night. The 32 victims were buried in one grave."
        ),
        None,
        "32",
        "23",
    ),
    (
        (
            "Three climbers died when a rope snapped on the Orl glacier. The rope was old. The accident, in "
            "which five climbers died, is being looked into."
        ),
        None,
        "five",
        "Three",
    ),
    (
        (
            "The Ostrian parliament voted by 88 to 71 to leave the union. The debate had lasted all night. The "
            "vote of 78 to 71 was cheered outside."
        ),
        None,
        "78",
        "88",
    ),
    (
        (
            "Swimmers from 31 nations took part in the games at Lorn. Rain fell. The games drew athletes from 13 "
            "nations."
        ),
        None,
        "13",
        "31",
    ),
    (
        (
            "Ostrian troops under Count Hern stormed the fort at Sorn with 4,000 men. The Ostrians lost 300 men. "
            "Night fell early. Ostrian losses came to 900 men."
        ),
        None,
        "900",
        "300",
    ),
    (
        (
            "The Tesk typhoid outbreak was an outbreak of typhoid in 1889 that infected 214 people and killed "
            "31.\n\nThe wells were closed. In all, 421 people fell ill."
        ),
        "Tesk typhoid outbreak",
        "421",
        "214",
    ),
    (
        (
            "Flight 88 was a passenger flight that crashed at Orlo on 3 May 1971. All 83 people on board were "
            "killed.\n\nFog was thick. The crash killed 38 people."
        ),
        "Orlo Air Flight 88",
        "38",
        "83",
    ),
    (
        (
            "The Great Fire of Tesk was a fire that burned from 3 to 9 May 1702. It destroyed 1,200 houses.\n\nThe "
            "king gave wood. The fire, which destroyed 2,100 houses, led to a new law."
        ),
        "Great Fire of Tesk",
        "2,100",
        "1,200",
    ),
    (
        (
            "The trial of the harbour board opened on 3 May 1911. It sat in the town hall. The trial lasted nine "
            "weeks. After a trial of five months all were cleared."
        ),
        None,
        "five months",
        "nine weeks",
    ),
    (
        (
            "Police in Orlo arrested nine burglars on Friday. They had keys. The nineteen burglars arrested had "
            "worked for years."
        ),
        None,
        "nineteen",
        "nine",
    ),
    (
        (
            "Some 14 miners are missing after a blast at the Gorda pit on Monday. Gas had been smelt. Rescuers "
            "were looking for the 41 miners missing since the explosion."
        ),
        None,
        "41",
        "14",
    ),
    (
        (
            "A train derailed near Arvo with 300 passengers on board, injuring 14. Snow hid a signal. The "
            "derailment left 41 passengers hurt."
        ),
        None,
        "41",
        "14",
    ),
    (
        (
            "A tornado tore through Marl on Sunday, destroying 90 homes. It lasted nine minutes. The tornado "
            "destroyed 190 homes, the mayor said."
        ),
        None,
        "190",
        "90",
    ),
    (
        (
            "Nurses at the Lorn hospital walked out on Monday. About 600 nurses joined the strike. Wards were "
            "quiet. Some 1,600 nurses went on strike."
        ),
        None,
        "1,600",
        "600",
    ),
    (
        (
            "The Orlo hijacking was the hijacking of an airliner on 3 May 1971. The hijacking ended after 31 "
            "hours.\n\nFood was brought. The hijacking lasted four days."
        ),
        "Orlo hijacking",
        "four days",
        "31 hours",
    ),
    (
        (
            "The Marn earthquake struck on 3 May 1971 at a depth of 9 km. It was felt far away.\n\nThe town was "
            "rebuilt. The earthquake occurred on 5 May 1971."
        ),
        "Marn earthquake",
        "5 May 1971",
        "3 May 1971",
    ),
]
"""Text, title, the figure told later and the one told first."""
SILENT = [
    (
        (
            "A coach left the road near Torva on Friday, killing 19 people and injuring 26. The driver was "
            "questioned. The 26 hurt were taken to Torva."
        ),
        None,
    ),
    (
        (
            "A blast at a grain mill near Rostok killed eleven workers on Monday. An earlier blast at the same "
            "mill killed 17 people in 1998."
        ),
        None,
    ),
    (
        ("A bomb killed nine people in Tesk on Monday. Hours later another bomb in the market killed four people."),
        None,
    ),
    (
        (
            "A bomb killed nine people in Tesk on Monday. By Tuesday the death toll had risen to 12. Rescuers "
            "went on digging."
        ),
        None,
    ),
    (
        ("A mine fire killed 31 men in Gorda. Of the dead, 12 men died at once. Nineteen men died in hospital."),
        None,
    ),
    (
        (
            "The Halden mill fire was a blaze that broke out in a cotton mill in 1887. It killed 63 people. On "
            "the top floor 21 people perished."
        ),
        "Halden mill fire",
    ),
    (
        (
            "The Halden mill fire was a blaze that broke out in a cotton mill in 1887. It killed 63 people. A "
            "rescuer and two firemen died later."
        ),
        "Halden mill fire",
    ),
    (
        (
            "The 1931 Marl earthquake struck the coast of Ostria. It had a magnitude of 6.4. Two days later an "
            "aftershock of magnitude 5.1 brought down the tower."
        ),
        "1931 Marl earthquake",
    ),
    (
        (
            "The 1931 Marl earthquake struck the coast of Ostria. It killed 812 people. In Marl itself 420 "
            "people were killed."
        ),
        "1931 Marl earthquake",
    ),
    (
        (
            "A ferry with 210 people aboard ran onto rocks. Thirty passengers were rescued by helicopter, and "
            "180 people were rescued by tugs."
        ),
        None,
    ),
    (
        "Police arrested 58 marchers on Sunday. On Monday police arrested 85 marchers.",
        None,
    ),
    (
        ("Police arrested 58 marchers on Sunday. Nine of those arrested were charged. Nine people were released."),
        None,
    ),
    (
        ("Gunmen kidnapped seven engineers. Four engineers were freed on Friday. Three hostages were still held."),
        None,
    ),
    (
        (
            "The siege of Harnow began in May 1702 and ended in July 1702. The first bombardment lasted nine "
            "days. The siege of 1644 lasted five months."
        ),
        "Siege of Harnow",
    ),
    (
        "Dockers ended a strike of 23 days on Friday. The miners' strike of 1984 lasted a year.",
        None,
    ),
    (
        ("Councillors in Barstow approved the bypass by 27 votes to 14. An amendment was rejected by 31 votes to 10."),
        None,
    ),
    (
        (
            "Ada Moll won the by-election with a majority of 1,204. At the general election her party had held "
            "the seat with a majority of 412."
        ),
        None,
    ),
    (
        "Turnout in Sunday's referendum was 61 per cent. In the previous referendum turnout was 44 per cent.",
        None,
    ),
    (
        (
            "Otto Brandl was sentenced to seven years in prison. On appeal his sentence was reduced to four "
            "years. His brother was sentenced to two years in prison."
        ),
        None,
    ),
    (
        (
            "Prosecutors had asked for nine years. Otto Brandl was sentenced to seven years in prison. His wife "
            "was jailed for three years."
        ),
        None,
    ),
    (
        "Corvo agreed to buy Lanta for $2.1 billion. It had bought Merlo for $3.4 billion in 2004.",
        None,
    ),
    (
        "Corvo agreed to buy Lanta for $2.1 billion. It had first offered to buy Lanta for $1.7 billion.",
        None,
    ),
    (
        "The Battle of Ortva was fought in 1402. The Swabians lost 1,900 men. The Counts lost 400 men.",
        "Battle of Ortva",
    ),
    (
        (
            "The Battle of Ortva was fought in 1402. The Swabians lost 1,900 men. In the pursuit the Swabians "
            "lost 300 horses."
        ),
        "Battle of Ortva",
    ),
    (
        "The Battle of Ortva was fought on 12 May 1402. The Battle of Hern was fought on 3 June 1403.",
        "Battle of Ortva",
    ),
    (
        (
            "The congress drew 1,200 delegates. Its first session was attended by 300 visitors. The ball was "
            "attended by 800 people."
        ),
        None,
    ),
    (
        "The plant will shed 340 jobs next year. The owner cut 120 jobs in 2019.",
        None,
    ),
    (
        (
            "The jury convicted eleven of the 14 defendants. Three of the defendants were acquitted. Two were "
            "sentenced to life."
        ),
        None,
    ),
    (
        "The storm destroyed 410 houses on Rhum. On Skarv it destroyed 140 houses.",
        None,
    ),
    (
        "The storm killed 20 people. It killed 2,000 cattle and destroyed crops.",
        None,
    ),
    (
        "The attack killed 14 soldiers. The rebels killed three villagers as they fled.",
        None,
    ),
    (
        "The storm killed 20 people in Haiti. In Cuba, 41 people were killed.",
        None,
    ),
    (
        (
            "The hurricane killed 20 people. The government first put the number of dead at 50, and some sources "
            "say that 70 people died."
        ),
        None,
    ),
    (
        (
            "The crash killed 112 of the 118 people aboard. The six survivors were taken to hospital. One "
            "survivor died a week later."
        ),
        None,
    ),
    (
        "The raid killed four officers. Three gunmen were killed.",
        None,
    ),
    (
        (
            "SS Orla was a British cargo steamer. She was sunk by a mine on 6 March 1917. Her sister Orna was "
            "sunk on 9 April 1918."
        ),
        "SS Orla",
    ),
    (
        "Shares of Ardo fell 8 percent on Thursday. Shares of Belt rose 5 percent.",
        None,
    ),
    (
        "Shares of Ardo fell 8 percent on Thursday. They have lost 35 percent since January.",
        None,
    ),
    (
        "The outbreak made 300 people ill. In the second week 90 people fell ill.",
        None,
    ),
    (
        "Fire crews evacuated 300 people from the hotel. Forty guests were evacuated by ladder.",
        None,
    ),
    (
        "The rally drew 5,000 people, police said. Organisers said 20,000 people attended.",
        None,
    ),
    (
        "Some 400 workers walked out on Monday. On Tuesday 900 workers walked out.",
        None,
    ),
    (
        "The fort was besieged for three months in 1644. The fort held out for five weeks in 1702.",
        None,
    ),
    (
        "Hostages were freed after a siege of 31 hours. The trial of the gunmen lasted three months.",
        None,
    ),
    (
        "The riot left five dead. The worst riot in the city's history, that of 1931, left 25 dead.",
        None,
    ),
    (
        (
            "A gunman killed six people and wounded nine. He was shot by police. A 1999 shooting at the school "
            "killed two pupils."
        ),
        None,
    ),
    (
        (
            "The Lorn Viaduct disaster was a railway accident on 3 March 1889. It cost 58 lives.\n\nThe driver and "
            "31 passengers were killed at once. A further 26 died in the river."
        ),
        "Lorn Viaduct disaster",
    ),
    (
        (
            "Cyclone Petra was a tropical cyclone that struck the isles of Marn in 1974. It killed 214 people.\n\n"
            "On Rhum it killed 80 people. On Skarv 134 people were killed. In Lorn 60 houses were destroyed, on "
            "Rhum 95 houses."
        ),
        "Cyclone Petra",
    ),
    (
        (
            "The 2009 Korm hostage crisis began when gunmen seized 41 hostages in a school. All of them lived.\n\n"
            "The gunmen released 17 hostages on the first day and 24 hostages on the second."
        ),
        "2009 Korm hostage crisis",
    ),
    (
        (
            "The Siege of Torna lasted for eleven weeks.\n\nThe garrison of the outer fort held out for two weeks. "
            "Torna had withstood a siege of five months in 1621."
        ),
        "Siege of Torna",
    ),
    (
        (
            "The Battle of Lake Sorn was a naval battle. The Venetians lost 12 galleys. The Genoese lost 21 "
            "galleys. The Venetians lost 900 men, the Genoese 2,000 men."
        ),
        "Battle of Lake Sorn",
    ),
    (
        (
            "The Tervel shipyard strike was a strike in 1911. It lasted 47 days. A two-day strike in 1908 had "
            "failed. The carters' strike of three weeks ended in May."
        ),
        "Tervel shipyard strike",
    ),
    (
        (
            "The 1998 Ostria general election was held on 4 May 1998. Turnout was 71.3%. In the capital turnout "
            "was 64%. In 1994 turnout had been 78%."
        ),
        "1998 Ostria general election",
    ),
    (
        (
            "The 1998 Ostria general election was held on 4 May 1998. The Greens won 31 of the 120 seats. The "
            "Liberals won 44 seats. In 1994 the Greens had won 12 seats."
        ),
        "1998 Ostria general election",
    ),
    (
        (
            "A lorry bomb outside a hotel in Mek left 18 people dead and 60 wounded. The guards shot two "
            "attackers dead. Twenty of the wounded were children."
        ),
        None,
    ),
    (
        (
            "A bus and a lorry collided. The crash killed nine people. On the bus six people died, in the lorry "
            "three people died."
        ),
        None,
    ),
    (
        "Firefighters pulled nine people alive from the rubble by noon. By night they had rescued 14 people.",
        None,
    ),
    (
        (
            "The wildfire forced 3,000 people from their homes. At Sant Pau 1,200 people were evacuated. Another "
            "500 people were evacuated from a camp site."
        ),
        None,
    ),
    (
        "Police arrested twelve men in Gent and seven women in Bruges. Four men were arrested in Ostend.",
        None,
    ),
    (
        "Ronda will cut 2,400 jobs in Spain. It will cut 900 jobs in France.",
        None,
    ),
    (
        "Ronda will cut 2,400 jobs. Of these, 1,100 jobs are to be lost in Vigo.",
        None,
    ),
    (
        (
            "Ilse Karst was jailed for six years. Her partner Otto Lenz was jailed for four years. A clerk was "
            "given a two-year sentence."
        ),
        None,
    ),
    (
        ("Karst was sentenced to six years in prison in 1999. In 2011 she was sentenced to two years in prison."),
        None,
    ),
    (
        "The festival opened with a crowd of 8,000. The closing concert drew a crowd of 12,000.",
        None,
    ),
    (
        ("Norsk Fisk bought Havbruk for 310 million euros in 2016. It sold Havbruk for 130 million euros in 2021."),
        None,
    ),
    (
        (
            "A quake of magnitude 5.8 shook the north of Ostria. It was followed by a shock of magnitude 4.9 an "
            "hour later."
        ),
        None,
    ),
    (
        "The quake had a magnitude of 5.8. In 1934 an earthquake of magnitude 7.9 levelled the town.",
        None,
    ),
    (
        "The motion was carried by 212 votes to 180. The first reading had passed with a majority of 23.",
        None,
    ),
    (
        (
            "The court convicted 19 of the 24 defendants. Five defendants were acquitted. On appeal three more "
            "were acquitted."
        ),
        None,
    ),
    (
        "The party holds 54 seats, a majority of 12. The bill was carried by 41 votes to 38.",
        None,
    ),
    (
        "A man killed four people in a shop. He had killed two women in 1988. He was sentenced to life.",
        None,
    ),
    (
        "The epidemic killed 4,000 people in Lorn. In all of Ostria 31,000 people died.",
        None,
    ),
    (
        "The flood killed 31 people in Ostria and 12 people in Kasimia. Across the region 43 people died.",
        None,
    ),
    (
        "The blaze killed three firefighters. Two residents died. Five people were killed in all.",
        None,
    ),
    (
        "The heatwave killed 400 people in June. In August it killed 900 people.",
        None,
    ),
    (
        (
            "The officer, who had lost an eye in the siege of 1702, was killed with 30 men. The Danes lost 400 "
            "men that day."
        ),
        None,
    ),
    (
        ("The strike began on 3 May. On 9 May 300 workers joined the strike. By 20 May 2,000 workers had walked out."),
        None,
    ),
    (
        "Some 5,000 people marched in Lund. In Malmo 9,000 people marched.",
        None,
    ),
    (
        (
            "A plane with 118 people aboard crashed. It had been built to carry 150 passengers. The plane that "
            "found it had nine people aboard."
        ),
        None,
    ),
    (
        "Ada Moll won by 1,204 votes. Her rival had won the seat by 412 votes in 2015.",
        None,
    ),
    (
        "Jan Moll was fined 3,000 euros for speeding. He was fined 500 euros for insulting an officer.",
        None,
    ),
    (
        "The kidnappers asked for a ransom of $2 million. A ransom of $300,000 was paid.",
        None,
    ),
    (
        "The gang demanded $2 million in ransom. The family paid a ransom of $300,000.",
        None,
    ),
    (
        "Shares of Ardo fell 8 percent on Thursday. On Friday shares of Ardo fell 5 percent.",
        None,
    ),
    (
        "The hurricane caused damage of $30 million in Ventra. Damage in Marn was put at $80 million.",
        None,
    ),
    (
        "The storm sank a ferry, drowning 40 people. The storm killed 90 people ashore.",
        None,
    ),
    (
        (
            "The Tesk typhoid outbreak was an outbreak of typhoid in 1889 that infected 214 people and killed "
            "31.\n\nOf the ill, 90 people were infected at the school. A nurse and two doctors died."
        ),
        "Tesk typhoid outbreak",
    ),
    (
        (
            "Flight 88 was a passenger flight that crashed at Orlo on 3 May 1971. All 83 people on board were "
            "killed, as were four people on the ground.\n\nWith 87 deaths it was the worst crash of the year."
        ),
        "Orlo Air Flight 88",
    ),
    (
        (
            "Flight 88 crashed at Orlo on 3 May 1971, killing 83 people.\n\nThe airline had lost another plane in "
            "1969, when 38 people were killed."
        ),
        "Orlo Air Flight 88",
    ),
    (
        (
            "The Great Fire of Tesk was a fire in 1702 that destroyed 1,200 houses.\n\nOn the first day 300 houses "
            "were destroyed. The fire of 1731 destroyed 2,100 houses."
        ),
        "Great Fire of Tesk",
    ),
    (
        (
            "The Battle of Ortva was fought in 1402. The Swabian army numbered 9,000 men. The Swabians lost "
            "1,900 men. Of the Swabians 7,000 marched home."
        ),
        "Battle of Ortva",
    ),
    (
        (
            "The Battle of Ortva was fought in 1402. The Swabians lost 1,900 men at the ford and 400 men at the "
            "bridge. In all the Swabians lost 2,300 men."
        ),
        "Battle of Ortva",
    ),
    (
        ("A protest in Lund drew 2,000 people. Police arrested 30 protesters. The next day 4,000 people marched."),
        None,
    ),
    (
        (
            "Gunmen attacked a bus near Kora, killing nine pilgrims. A week ago gunmen killed 14 pilgrims on the "
            "same road."
        ),
        None,
    ),
    (
        (
            "Gunmen attacked a bus near Kora, killing nine pilgrims. It was the worst attack since March, when "
            "14 pilgrims were killed."
        ),
        None,
    ),
    (
        "A suicide bomber killed 30 people in Mek. The violence this year has killed 900 people.",
        None,
    ),
    (
        ("A suicide bomber killed 30 people in Mek. More than 900 people have been killed since the fighting began."),
        None,
    ),
    (
        "Rebels killed 12 soldiers near Sorn. The army killed 40 rebels.",
        None,
    ),
    (
        "A quake killed 30 people. Ostria lies on a fault; a quake in 1976 killed 6,000 people.",
        None,
    ),
    (
        (
            "The ferry sank in 1987 and 193 people died. The wreck was sold. Divers who worked on the wreck lost "
            "two men."
        ),
        None,
    ),
    (
        "The mayor said 30 people had died. The hospital counted 41 dead.",
        None,
    ),
    (
        (
            "The miners' strike began on 3 May. The miners stayed out for 12 weeks. A strike in the docks lasted "
            "three weeks."
        ),
        None,
    ),
    (
        "The company cut 2,400 jobs in 2019 and 900 jobs in 2021.",
        None,
    ),
    (
        "The court jailed Otto Lenz for nine years. His accomplice was jailed for two years.",
        None,
    ),
    (
        "Otto Lenz was sentenced to nine years in prison. He was released after four years in prison.",
        None,
    ),
    (
        "Otto Lenz was jailed for nine years in 1999. He was jailed for two years for bribery in 2010.",
        None,
    ),
    (
        "Norsk Fisk bought Havbruk for 310 million euros. It paid 40 million euros for a Havbruk plant.",
        None,
    ),
    (
        (
            "A fund bought 30 percent of Havbruk for 90 million euros. Norsk Fisk later bought Havbruk for 310 "
            "million euros."
        ),
        None,
    ),
    (
        ("Norsk Fisk bought a stake in Havbruk for 90 million euros. In 2020 it bought Havbruk for 310 million euros."),
        None,
    ),
    (
        "City sold Moll for 3 million pounds. United had bought Moll for 1 million pounds.",
        None,
    ),
    (
        "The hurricane's winds peaked at 240 km/h. At landfall it had winds of 190 km/h.",
        None,
    ),
    (
        "The river rose to 5.8 metres at Hallam. At Thornley it peaked at 4.1 metres.",
        None,
    ),
    (
        "The siege lasted nine weeks. The bombardment and the siege of the mill lasted two weeks.",
        None,
    ),
    (
        "Turnout was 61 per cent. Among the young turnout was 44 per cent.",
        None,
    ),
    (
        "The bill passed by 212 votes to 181. In the upper house it passed by 54 votes to 40.",
        None,
    ),
    (
        "The conference of 1898 was attended by 40 delegates. That of 1902 was attended by 90 delegates.",
        None,
    ),
    (
        (
            "The Lorn Marathon is a race held each May. In its first year 300 runners took part. Some 12,000 "
            "runners take part now. It attracted 9,000 runners."
        ),
        "Lorn Marathon",
    ),
    (
        (
            "The Lorn Film Festival is a festival held in Lorn. It drew 8,000 people in 1990. It attracted "
            "20,000 people in 2010."
        ),
        "Lorn Film Festival",
    ),
    (
        "The festival draws 20,000 people. A crowd of 3,000 watched the parade.",
        None,
    ),
    (
        "The war killed 40,000 people. The Ostrians lost 9,000 men.",
        None,
    ),
    (
        (
            "Ostria agreed to buy twelve jets for $900 million. It had agreed to buy Lanta for $300 million. It "
            "agreed to buy 40 percent of Lanta for $100 million."
        ),
        None,
    ),
    (
        ("The accident killed four people, two of them children. Two people died in the car and two on the road."),
        None,
    ),
    (
        ("The fire killed 12 guests and injured 30. The hotel had 90 guests and 40 rooms; 48 guests were unhurt."),
        None,
    ),
    (
        (
            "A judge cleared nine of the 30 men accused. The other 21 men were convicted. Of those convicted, 14 "
            "men were jailed for life."
        ),
        None,
    ),
    (
        "The death toll in Ashby rose to 66.\n\nThe death toll in Ashby rose to 71.",
        None,
    ),
    (
        "The death toll in Ashby rose to 71.\n\nThe death toll in Ashby rose to 66.",
        None,
    ),
    (
        "The quake killed 120 people in Ashby.\n\nThe flood killed 31 people in Ashby.",
        None,
    ),
    (
        "The flood killed 31 people in Ashby.\n\nThe quake killed 120 people in Ashby.",
        None,
    ),
    (
        "The turnout in Ashby was 61%.\n\nThe turnout in the valley was 54%.",
        None,
    ),
    (
        "The turnout in the valley was 54%.\n\nThe turnout in Ashby was 61%.",
        None,
    ),
]
"""Honest texts, with their titles, that share the words and not the fact."""


def _found(text: str, title: str | None) -> list[tuple[str, str]]:
    findings = cc.lint(text, rules=RULES, title=title, markup="plain")
    return [(text[f.primary.start : f.primary.end], text[f.related[0].start : f.related[0].end]) for f in findings]


@pytest.mark.parametrize(("text", "title", "later", "first"), FOUND)
def test_two_values_of_one_fact_are_found(text: str, title: str | None, later: str, first: str) -> None:
    assert _found(text, title) == [(later, first)]


@pytest.mark.parametrize(("text", "title"), SILENT)
def test_other_facts_are_left_alone(text: str, title: str | None) -> None:
    assert _found(text, title) == []
