"""Reads wikitext or plain text into passages whose every character knows its place in the source."""
