"""Names that tell where a trial runs: countries, words for hospitals, and slips in the names of large cities and states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from triallint.language.near_misses import edits

_DATA = Path(__file__).parent / "data"
_COUNTRIES = r"""
afghanistan|albania|algeria|andorra|angola|argentina|armenia|australia|austria|azerbaijan|bahamas|bahrain|bangladesh
|barbados|belarus|belgium|belize|benin|bhutan|bolivia|bosnia|botswana|brazil|brunei|bulgaria|burkina faso|burundi
|cambodia|cameroon|canada|chad|chile|china|colombia|congo|costa rica|c[oô]te d['’]ivoire|croatia|cuba|cyprus|czechia
|czech republic|denmark|dominican republic|ecuador|egypt|el salvador|england|eritrea|estonia|eswatini|ethiopia|fiji
|finland|france|gabon|gambia|georgia|germany|ghana|greece|grenada|guadeloupe|guatemala|guinea|guyana|haiti|honduras
|hong kong|hungary|iceland|india|indonesia|iran|iraq|ireland|israel|italy|ivory coast|jamaica|japan|jordan|kazakhstan
|kenya|korea|kosovo|kuwait|kyrgyzstan|laos|latvia|lebanon|liberia|libya|liechtenstein|lithuania|luxembourg|macau
|madagascar|malawi|malaysia|maldives|mali|malta|martinique|mauritania|mauritius|mexico|moldova|monaco|mongolia
|montenegro|morocco|mozambique|myanmar|namibia|nepal|netherlands|new zealand|nicaragua|niger|nigeria|north macedonia
|norway|oman|pakistan|palestin\w+|panama|papua new guinea|paraguay|peru|philippines|poland|portugal|puerto rico|qatar
|r[eé]union|romania|russia|russian federation|rwanda|saudi arabia|scotland|senegal|serbia|sierra leone|singapore
|slovakia|slovenia|somalia|south africa|spain|sri lanka|sudan|suriname|sweden|switzerland|syria|taiwan|tajikistan
|tanzania|thailand|togo|trinidad|tunisia|turkey|t[uü]rkiye|turkmenistan|uganda|ukraine|united arab emirates|uae
|united kingdom|uk|great britain|northern ireland|united states|usa|u\.s\.a?\.?|uruguay|uzbekistan|vatican|venezuela
|vietnam|viet nam|wales|yemen|zambia|zimbabwe
"""
_FACILITIES = (
    "hospital|hospitals|clinic|clinics|clinical|center|centers|centre|centres|university|institute|institut|college|school|medical|"
    "practice|foundation|infirmary|sanatorium|laboratory|laboratories|research|klinik|klinikum|hopital|hôpital|hospitalier|chu|"
    "ospedale|policlinico|azienda|universita|universität|charité|nhs|trust|health|healthcare|cancer|veterans|va|pharma|inc|llc|ltd"
)
_LONG_ENOUGH = 6  # letters of a name
# Names of other places, and of people, that differ by one slip.
_OTHER_PLACES = frozenset("alexandra gangdong monreal taian tronto germay".split())
_FACILITY_WORDS = (
    "hospital university centre center institute clinic clinical research foundation cancer children general medicine department "
    "medical"
)
# Words of other languages, and other words, that differ from these by one slip.
_OTHER_WORDS = (
    "hopital institut universit clinica medica medicin contre fondation departement medial generaal canter centers centres "
    "foundations departments clinics centra cliniek medicals centar medikal medecine cintre"
)


@cache
def _slips() -> dict[str, str]:
    """Names with a letter within left out, doubled or exchanged with the next, and what the file holds behind a name."""
    found: dict[str, str] = {}
    for line in (_DATA / "place_names.txt").read_text("ascii").splitlines():
        name, _, others = line.partition(":")
        for slip in (*_one_slip(name), *others.split()):
            found.setdefault(slip, name.capitalize())
    right = {name.lower() for name in found.values()} | _OTHER_PLACES
    return {slip: name for slip, name in found.items() if slip not in right}


def _one_slip(name: str) -> Iterator[str]:
    for at in range(1, len(name) - 1) if len(name) >= _LONG_ENOUGH else ():
        yield name[:at] + name[at + 1 :]
        yield name[: at + 1] + name[at:]
        if at + 2 < len(name):
            yield name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def place_meant(words: frozenset[str]) -> dict[str, str]:
    """Of some words in small letters those that are slips in the name of a large city, state or country, with the name."""
    slips = _slips()
    return {word: slips[word] for word in words & slips.keys()}


@cache
def _facility_slips() -> dict[str, str]:
    """Slips within a word, for other languages have other endings; and the commonest words without their last letter."""
    slips = {
        slip: word
        for word in _FACILITY_WORDS.split()
        for slip in edits(word)
        if slip[-1] == word[-1] or slip in (f"{word[:-2]}{word[-1]}{word[-2]}", word[:-1])
    }
    for other in (*_FACILITY_WORDS.split(), *_OTHER_WORDS.split()):
        slips.pop(other, None)
    return slips


def facility_meant(words: frozenset[str]) -> dict[str, str]:
    """Of some words in small letters those that are slips in an English word for a hospital or a part of it, with that word."""
    slips = _facility_slips()
    return {word: slips[word] for word in words & slips.keys()}


@cache
def _country() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{''.join(_COUNTRIES.split(chr(10)))})(?!\w)", re.IGNORECASE)


def names_country(text: str) -> bool:
    """Whether a text names a country: those of ISO 3166-1 in everyday English, and the parts of the United Kingdom."""
    return _country().search(text) is not None


def names_facility(text: str) -> bool:
    """Whether a text holds a word for a hospital, a university or a research site."""
    return not frozenset(_FACILITIES.split("|")).isdisjoint(re.findall(r"\w+", text.casefold()))
