"""Passions and tags, in both languages and in one order."""

from __future__ import annotations

from store.records.kinds import Language

PASSIONS: dict[Language, str] = {
    "en": """climbing, choir, sourdough, jazz, chess, trail running, cycling, gardening
    photography, sailing, hiking, wine, cinema, theatre, crosswords, birdwatching, beekeeping
    pottery, letterpress, swimming, rowing, judo, go, board games, genealogy, astronomy, cooking
    tango, piano, cello, knitting, woodwork, science fiction, open source, urban history, maps
    mushrooms, skiing, caving, bookbinding, tea, radio""",
    "fr": """escalade, chorale, pain au levain, jazz, échecs, trail, vélo, jardinage
    photographie, voile, randonnée, vin, cinéma, théâtre, mots croisés, ornithologie, apiculture
    poterie, typographie, natation, aviron, judo, go, jeux de société, généalogie, astronomie
    cuisine, tango, piano, violoncelle, tricot, menuiserie, science-fiction, logiciel libre
    histoire urbaine, cartes, champignons, ski, spéléologie, reliure, thé, radio""",
}

TAGS: dict[Language, str] = {
    "en": """lab, mentor, press, alumni, neighbour, former colleague, client, supplier, speaker
    founder, family friend, association, jury, recruiter""",
    "fr": """labo, mentorat, presse, anciens élèves, voisinage, collègue d'avant, clientèle
    fournisseur, conférences, création d'entreprise, amis de la famille, association, jury
    recrutement""",
}
