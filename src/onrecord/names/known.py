"""Organisations and laws whose usual short name no rule derives, in normal form (``forms.fold``)."""

from __future__ import annotations

_ACRONYMS = """
    aclu american civil liberties union
    ap associated press
    atf bureau of alcohol tobacco firearms and explosives
    cbo congressional budget office
    cdc centers for disease control and prevention
    cia central intelligence agency
    cnn cable news network
    dea drug enforcement administration
    dhs homeland security department
    dnc democratic national committee
    doj justice department
    epa environmental protection agency
    eu european union
    faa federal aviation administration
    fbi federal bureau of investigation
    fcc federal communications commission
    fda food and drug administration
    fema federal emergency management agency
    ftc federal trade commission
    gao government accountability office
    gop republican party
    iaea international atomic energy agency
    ice immigration and customs enforcement
    imf international monetary fund
    irs internal revenue service
    naacp national association for the advancement of colored people
    nasa national aeronautics and space administration
    nato north atlantic treaty organization
    npr national public radio
    nra national rifle association
    nsa national security agency
    nypd new york police department
    opec organization of the petroleum exporting countries
    rnc republican national committee
    sec securities and exchange commission
    tsa transportation security administration
    un united nations
    who world health organization
    wto world trade organization
    aca affordable care act
"""
"""What has one meaning in the news of the world; others are resolved by the articles that introduce them."""

ACRONYMS: dict[str, str] = dict(line.split(maxsplit=1) for line in _ACRONYMS.strip().splitlines())
"""Acronym -> normal form. They count in capitals only: *Un* is no United Nations."""

KNOWN_AS: dict[str, str] = ACRONYMS | {
    "state": "state department",
    "justice": "justice department",
    "fox news channel": "fox news",
    "fnc": "fox news",
    "fed": "federal reserve",
    "treasury": "treasury department",
    "hhs": "health and human services department",
    "health and human services": "health and human services department",
    "homeland security": "homeland security department",
    "us constitution": "constitution",
    "grand old party": "republican party",
    "house of representatives": "house",
    "centers for disease control": "centers for disease control and prevention",
    "immigration and customs enforcement agency": "immigration and customs enforcement",
    "isis": "islamic state",
    "isil": "islamic state",
    "daesh": "islamic state",
    "islamic state group": "islamic state",
    "islamic state of iraq and syria": "islamic state",
    "islamic state of iraq and the levant": "islamic state",
    "obamacare": "affordable care act",
    "patient protection and affordable care act": "affordable care act",
}
"""Normal form of a name -> the one by which it is compared."""

CITIES: dict[str, str] = {
    "L.A.": "Los Angeles",
    "LA": "Los Angeles",
    "NYC": "New York City",
    "N.Y.C.": "New York City",
}
"""Initials of a city -> its name."""
