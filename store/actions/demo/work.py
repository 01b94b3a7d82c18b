"""Fields of work, with titles, needs and offers that go with them, in both languages."""

from __future__ import annotations

from typing import NamedTuple

from store.records.kinds import Language


class Field(NamedTuple):
    """A field as it is called in one language; lists are written with commas."""

    name: str
    titles: str
    needs: str
    offers: str


FIELDS: tuple[dict[Language, Field], ...] = (
    {
        "en": Field(
            "research",
            "head of research, research engineer, lecturer, postdoc, lab manager",
            "people who have run a lab inside a company, partners for a European call",
            "reading a grant proposal, opening doors at a university",
        ),
        "fr": Field(
            "recherche",
            "responsable recherche, responsable de labo, scientifique, cadre de recherche",
            "rencontrer qui a dirigé un labo en entreprise, des partenaires pour un appel européen",
            "relire un dossier de financement, ouvrir des portes à l'université",
        ),
    },
    {
        "en": Field(
            "software",
            "software engineer, engineering manager, data engineer, site reliability engineer",
            "a first job for a student, a senior developer in Lyon",
            "reviewing an architecture, a talk on testing",
        ),
        "fr": Field(
            "logiciel",
            "architecte logiciel, responsable d'équipe, spécialiste des données",
            "un stage pour une étudiante, un développeur confirmé à Lyon",
            "relire une architecture, une conférence sur les tests",
        ),
    },
    {
        "en": Field(
            "design",
            "product designer, illustrator, service designer, type designer",
            "a printer who takes small runs, clients in public service",
            "a fresh look at a portfolio, a workshop with users",
        ),
        "fr": Field(
            "design",
            "designer produit, graphiste, designer de services, typographe",
            "un imprimeur de petites séries, des clients du service public",
            "un regard neuf sur un portfolio, un atelier avec des usagers",
        ),
    },
    {
        "en": Field(
            "press",
            "reporter, editor, science journalist, radio producer",
            "sources on water management, a photographer in Grenoble",
            "explaining how a newsroom works, reading a press release",
        ),
        "fr": Field(
            "presse",
            "journaliste, journaliste scientifique, secrétaire de rédaction, journaliste radio",
            "des sources sur la gestion de l'eau, une photographe à Grenoble",
            "expliquer une rédaction, relire un communiqué",
        ),
    },
    {
        "en": Field(
            "public service",
            "policy officer, head of digital services, city planner, librarian",
            "examples of open data that worked, trainers for a team of ten",
            "explaining a public tender, introductions at the city hall",
        ),
        "fr": Field(
            "service public",
            "responsable numérique, urbaniste, bibliothécaire, responsable de mission",
            "des exemples de données ouvertes qui ont servi, des formateurs pour dix agents",
            "expliquer un marché public, présenter quelqu'un à la mairie",
        ),
    },
    {
        "en": Field(
            "education",
            "teacher, head teacher, training manager, programme director",
            "speakers for a class of sixteen-year-olds, companies that welcome apprentices",
            "a room for an evening, interns in spring",
        ),
        "fr": Field(
            "enseignement",
            "prof, responsable de formation, responsable de programme, pédagogue",
            "des récits de métier pour une classe de seconde, des places d'apprentissage",
            "une salle pour une soirée, des stagiaires au printemps",
        ),
    },
    {
        "en": Field(
            "health",
            "physician, hospital manager, nurse practitioner, pharmacist, epidemiologist",
            "software people who know hospitals, a mediator",
            "explaining how a hospital buys, a second opinion",
        ),
        "fr": Field(
            "santé",
            "médecin, cadre de santé, kinésithérapeute, épidémiologiste",
            "des gens du logiciel qui connaissent l'hôpital, une médiatrice",
            "expliquer les achats hospitaliers, un deuxième avis",
        ),
    },
    {
        "en": Field(
            "finance",
            "analyst, chief financial officer, accountant, venture partner",
            "founders in energy, an English-speaking notary",
            "reading a business plan, two hours on the accounts",
        ),
        "fr": Field(
            "finance",
            "analyste, comptable, responsable des finances, responsable de fonds",
            "des fondateurs dans l'énergie, un notaire anglophone",
            "relire un plan d'affaires, deux heures sur les comptes",
        ),
    },
    {
        "en": Field(
            "law",
            "solicitor, legal counsel, data protection officer, mediator",
            "a correspondent in Brussels, an expert in open licences",
            "half an hour on a contract, explaining data protection",
        ),
        "fr": Field(
            "droit",
            "juriste, notaire, juriste en données personnelles, juriste d'entreprise",
            "un correspondant à Bruxelles, une spécialiste des licences libres",
            "une demi-heure sur un contrat, expliquer le RGPD",
        ),
    },
    {
        "en": Field(
            "energy",
            "energy engineer, project manager, grid planner, hydrologist",
            "mayors interested in solar roofs, measurement data",
            "a visit of a power station, orders of magnitude",
        ),
        "fr": Field(
            "énergie",
            "hydrologue, responsable de projet, spécialiste du bâtiment, responsable réseaux",
            "des maires intéressés par le solaire, des données de mesure",
            "une visite de centrale, des ordres de grandeur",
        ),
    },
    {
        "en": Field(
            "culture",
            "museum curator, festival director, bookseller, theatre manager, translator",
            "a patron for the spring season, volunteers in June",
            "two seats for a first night, a reader for a manuscript",
        ),
        "fr": Field(
            "culture",
            "libraire, responsable de festival, bibliothécaire, régie de théâtre, interprète",
            "un mécène pour la saison, des bénévoles en juin",
            "deux places pour une première, relire un manuscrit",
        ),
    },
    {
        "en": Field(
            "craft and industry",
            "workshop owner, production manager, cabinet maker, quality engineer",
            "a supplier of bearings, a successor for the workshop",
            "a tour of the workshop, prototypes in small numbers",
        ),
        "fr": Field(
            "industrie et artisanat",
            "responsable d'atelier, responsable de production, ébéniste, responsable qualité",
            "un fournisseur de roulements, quelqu'un pour reprendre l'atelier",
            "une visite d'atelier, des prototypes en petite série",
        ),
    },
)
"""Each field in both languages, in one order."""

EMPLOYERS = """
Aubier, Mirabel, Northlight, Atelier Sauge, Fjordlab, Tilleul & Fils, Harbour Nine, Pont-Levant
Quillfield, Ardoise, Bluebell Press, Calanque Énergie, Dovecote Studio, Estuaire, Fernhill
Glasswing, Hirondelle, Inkwell, Jonquille, Kestrel Works, Lanterne, Marlowe & Quay, Nacre
Ormeau, Papier Bleu, Quatre Vents, Ravenscar, Sarcelle, Thornapple, Ursuline Santé, Verveine
Wychwood, Aulne Conseil, Brume, Clairière, Drystone, Écluse, Foxglove, Garrigue, Heronsgate
Isère Mesure, Jardin Clos, Kvarnström, Longue-Vue, Moulin Vert, Nordvind, Oakmoss, Passerelle
Rosée, Saltmarsh Radio, Tramontane, Umbra, Vadrouille, Willowbank, Zéphyr, Belvoir Labs
Chanterelle, Damson, Embruns, Fauvette, Gentiane, Hazelmere, Ivoire Data, Juniper Row, Lichen
Méridienne, Nightjar, Oriel, Pervenche, Rookery, Serein, Tern & Tide, Vallon, Whinstone, Alizé
Bergamote, Cormoran
"""
"""Invented; each one's domain is under `.example`."""
