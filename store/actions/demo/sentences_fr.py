"""What I noted after talks, in French: invented, discreet, and true of nobody."""

from __future__ import annotations

from store.actions.demo.listed import lined
from store.actions.demo.sentences import Sentences
from store.records.kinds import ExchangeKind

TALKS = """
L'équipe déménage, recruter est difficile. Son fils grimpe.
Cherchait deux noms en biotech. J'en ai envoyé un, merci reçu.
Première longue conversation depuis des années. L'escalade, un projet de livre.
Nouveau poste, dix personnes à encadrer, un peu le trac.
De retour de congé, en forme, avec mille idées pour le printemps.
Aimerait rencontrer des gens qui ont dirigé un labo en entreprise.
Les travaux durent plus que prévu ; on en a ri.
Sa fille hésite entre le droit et la musique.
Cherche un bureau plus calme, peut-être près du fleuve.
La subvention est enfin arrivée. Fêté autour d'un café.
Parlé de la conférence de mars ; il manque une histoire aux diapos.
Hiver difficile en famille. J'ai surtout écouté.
Lit sur l'histoire des cartes. J'ai promis un titre.
L'apprentie reste, tout le monde s'en réjouit.
Pense partir d'ici un an ; à ne pas répéter.
Envoyé l'article sur les rivières, déjà lu de son côté.
Budget réduit d'un dixième, le prend avec calme.
Apprend le portugais pour l'été.
Essayé la boulangerie derrière la gare ; elle tient ses promesses.
Sa mère va mieux, sortie de l'hôpital lundi.
M'a expliqué comment le jury décide. Utile pour plus tard.
Il lui faudrait quelqu'un qui connaît les marchés publics.
Comparé nos façons d'accueillir les stagiaires.
Se souvenait de ma question, avec une réponse.
La chorale chante en juin, j'irai peut-être.
Une fusion se prépare ; on en saura plus à l'automne.
Pas d'accord sur le télétravail, et c'était agréable.
M'a donné le nom d'une bonne traductrice.
Vient d'emménager ; la moitié des livres en cartons.
Le chien a été opéré et va bien.
Prépare l'anniversaire de l'association, cherche des photos.
Heureux moment dans le nouvel atelier, visite proposée.
Appel bref depuis le train, à reprendre.
A une première version à montrer, veut un avis franc.
Son conjoint a trouvé du travail ici, la famille reste.
Parlé de la façon de dire non. Utile à nous deux.
Message de la montagne, avec une photo du refuge.
Le musée ouvre tard le jeudi, une idée pour l'équipe.
M'a demandé quand je trouve le temps de lire ; pas de bonne réponse.
Parlera à Édimbourg au printemps.
A changé de sujet quand j'ai parlé du projet. Ne pas insister.
Le jardin a survécu au gel.
Fait la liste des gens qui devraient se connaître.
A repris le piano après vingt ans.
A trouvé l'erreur dans le rapport, avec bonne humeur.
Voudrait moins de déplacements l'an prochain.
M'a recommandé un livre simple sur la négociation.
Les jumelles sont à l'école ; les matins sont plus doux.
Son intervention s'est bien passée, les questions encore mieux.
Aimerait enseigner un jour par semaine.
M'a transmis le bonjour de l'ancienne équipe.
Un fournisseur a fait défaut ; qui en connaît un autre ?
Semi-marathon en avril, sans autre ambition que d'arriver.
On a marché au lieu de s'asseoir. Bonne idée.
Dit que le métier a plus changé qu'il n'y paraît.
Attend une réponse du ministère.
M'a prêté un disque, à rendre.
Cherche une place pour une étudiante en juin.
M'a montré sa façon de prendre des notes. Simple et bonne.
Au conseil de l'école depuis septembre.
Un vélo neuf, et beaucoup d'avis là-dessus.
Garde ses vendredis pour réfléchir.
M'a dit merci pour la mise en relation, elle a abouti.
Avait lu mon texte et m'a dit ce qui manquait.
Cuisine pour quarante dimanche, le repas de la rue.
Plutôt au téléphone, avant neuf heures.
Espère passer par Lyon en début d'année.
On s'est promis de ne pas attendre un an.
Le prototype marche. Petite fête dans le couloir.
A demandé des nouvelles de la famille, prénom par prénom.
"""

PERSONAL = """
Deux enfants, Paul (12 ans, grimpe) et Rose (9 ans).
N'aime pas le bavardage par courriel, répond au téléphone avant neuf heures.
Lit Annie Ernaux.
Pas de café ; du thé, léger.
A grandi au bord de la mer et le dit.
Des jumeaux, dans la même classe.
Allergie aux noix : attention au restaurant.
Collectionne les stylos à plume.
Prend le train de nuit dès qu'il y en a un.
Le lundi jamais, le jeudi volontiers.
Chante dans un chœur, ou chantait.
Jamais au téléphone à midi.
A appris la voile l'été dernier.
Aime qu'on lui demande conseil, répond par écrit.
Connaît toutes les librairies d'ici à la gare.
A une cabane en montagne, sans réseau.
Trois chats, chacun porte le nom d'une rivière.
Cuisine végétarienne, et bonne table.
Lit le journal sur papier.
Parle avec chaleur de la ferme de sa grand-mère.
Court avant le travail, donc appeler après dix heures.
Préfère une marche à une table.
Nouvelles lunettes, même rire.
Le samedi, c'est le marché.
M'a appris à plier une carte.
N'a jamais eu de voiture.
Restaure un vieux bateau, sans se presser.
Un fils à l'étranger, en parle souvent.
Se souvient des anniversaires, du mien aussi.
Écrit à la main, répond tard et longuement.
Joue aux cartes le mardi, avec les mêmes depuis l'école.
Pas de réunion le mercredi après-midi : les enfants.
Connaît le nom des nuages.
N'aime pas les appels à l'improviste.
A nagé en compétition, autrefois.
Envoie des cartes postales.
"""

PRIVATE = """
M'a parlé de la séparation. Ne pas en parler avant.
Cherche un autre poste ; personne ne le sait là-bas.
Santé préoccupante cette année.
"""

INTENTS = """
comprendre comment un labo vit dans une entreprise
garder une amitié qui a survécu au travail
une voix franche quand je doute
rester près de ce qui bouge dans le métier
rendre ce qu'on m'a donné au début
retravailler ensemble un jour
simplement de la bonne compagnie
comprendre comment on décide là-bas
réfléchir à voix haute
suivre un parcours que j'admire
"""

WHYS = """
une mise en relation
l'article sur les rivières
deux noms en biotech
des nouvelles de la candidature
une date pour déjeuner
les diapos
le livre à rendre
un mot sur l'entretien
l'adresse de l'imprimeur
un avis sur le brouillon
une photo pour l'anniversaire
la recette
"""

AFTER_EVENT = "après {event}"

PLANNED = """
café, près de la gare
déjeuner avec les plans
une marche le long du fleuve
"""

HELP: dict[ExchangeKind, tuple[str, ...]] = {
    "introduction": ("deux noms pour une première conversation", "le bon contact à la mairie"),
    "advice": (
        "une heure sur les comptes",
        "un avis honnête sur le brouillon",
        "les mots pour l'équipe",
    ),
    "information": (
        "le fonctionnement du jury",
        "la date de l'appel",
        "le sens de la réorganisation",
    ),
    "article": ("l'article qui a tranché la question", "un chapitre sur les rivières"),
    "recommendation": ("un mot à la direction", "une lettre pour la candidature"),
    "service": (
        "la relecture du dossier en une nuit",
        "une salle pour la soirée",
        "une matinée avec l'équipe",
    ),
}

MATCHES = """
ont fait naître un labo de rien
l'un cherche un imprimeur, l'autre en connaît trois
même école, à dix ans d'écart
se posent les mêmes questions
font de l'escalade et viennent d'arriver
traduisent le même poète
l'un s'installe dans la ville natale de l'autre
"""

OUTCOMES = """
rencontre faite, un projet en est né
un long déjeuner, pas de projet, beaucoup de sympathie
un stage pour le printemps
s'écrivent maintenant sans moi
"""

PREPARING = """
lu un peu avant l'appel
les diapos de la soirée
parcouru la liste des invités
"""


def french() -> Sentences:
    """All sentences of this language."""
    return Sentences(
        talks=lined(TALKS),
        personal=lined(PERSONAL),
        private=lined(PRIVATE),
        intents=lined(INTENTS),
        whys=lined(WHYS),
        after_event=AFTER_EVENT,
        planned=lined(PLANNED),
        help=HELP,
        matches=lined(MATCHES),
        outcomes=lined(OUTCOMES),
        preparing=lined(PREPARING),
    )
