"""Cities and schools, real ones, by region: cities first, then schools."""

from __future__ import annotations

FRANCE = (
    """Lyon, Paris, Lyon, Paris, Lyon, Villeurbanne, Grenoble, Marseille, Toulouse, Nantes
    Rennes, Bordeaux, Lille, Strasbourg, Montpellier, Nancy, Saint-Étienne, Clermont-Ferrand
    Annecy, Dijon, Brest, Besançon, Orléans""",
    """INSA Lyon, INSA Lyon, INSA Lyon, ENS, ENS de Lyon, Sciences Po
    École Centrale de Lyon, Polytechnique, Sorbonne Université, Université Lyon 1
    Université Lyon 2, Université Grenoble Alpes, EMLYON, HEC Paris, ESSEC
    Université de Montpellier 2, Univ. Montpellier II, Université de Strasbourg
    Université Paris 1, Université Paris 2, Université de Rennes 1, Mines Paris, Télécom Paris
    INSA Toulouse, INSA Rennes, École du Louvre, Arts et Métiers, Sciences Po Lyon, ENSAD
    La Fémis, ESJ Lille""",
)
BRITAIN = (
    """London, London, Edinburgh, Bristol, Manchester, Leeds, Glasgow, Cambridge, Oxford
    Cardiff, Dublin, Belfast, Sheffield, Newcastle, Brighton, Norwich, York, Lyon, Paris, Genève""",
    """University of Edinburgh, Imperial College London, University of Cambridge
    University of Oxford, UCL, LSE, King's College London, University of Manchester
    University of Bristol, Trinity College Dublin, University of Glasgow, University of Leeds
    Goldsmiths, Cardiff University, Queen's University Belfast, University of York
    Royal College of Art, Open University""",
)
AMERICA = (
    """Boston, New York, Montréal, Toronto, Chicago, San Francisco, Seattle, Québec
    Vancouver, Paris, Lyon""",
    """MIT, McGill University, University of Toronto, Columbia University
    Université de Montréal, UC Berkeley, Carnegie Mellon University, University of Chicago
    Université Laval, Georgia Tech, University of Waterloo""",
)
NORDIC = (
    """Göteborg, Stockholm, Malmö, Uppsala, København, Aarhus, Oslo, Bergen, Helsinki
    Turku, Reykjavík, Lyon, Paris""",
    """KTH, KTH, Chalmers, Uppsala universitet, Lunds universitet, Københavns Universitet
    DTU, NTNU, Aalto, Universitetet i Oslo, Háskóli Íslands, Handelshögskolan i Stockholm
    INSA Lyon""",
)
GERMAN = (
    """Berlin, München, Hamburg, Köln, Leipzig, Freiburg, Zürich, Bern, Basel, Wien, Graz
    Karlsruhe, Genève, Lyon""",
    """TU München, ETH Zürich, EPFL, Humboldt-Universität zu Berlin, Universität Wien
    RWTH Aachen, TU Berlin, Universität Freiburg, Universität Basel, KIT, Universität Heidelberg
    INSA Lyon""",
)
CENTRAL = (
    """Warszawa, Kraków, Gdańsk, Wrocław, Praha, Brno, Bratislava, Zagreb, Ljubljana
    Beograd, Kyiv, Lviv, Lyon, Paris""",
    """Uniwersytet Jagielloński, Politechnika Warszawska, Univerzita Karlova, ČVUT
    Univerza v Ljubljani, Sveučilište u Zagrebu, Taras Shevchenko National University of Kyiv
    AGH, INSA Lyon, EPFL""",
)
IBERIA = (
    """Barcelona, Madrid, Bilbao, Sevilla, València, Porto, Lisboa, Coimbra, Buenos Aires
    Bogotá, Ciudad de México, São Paulo, Lyon, Lyon, Paris, Genève""",
    """Universitat de Barcelona, Universitat Politècnica de Catalunya
    Universidad Complutense de Madrid, Universidade de Coimbra, Universidade do Porto
    Universidade de São Paulo, UNAM, Universidad de los Andes, Sciences Po, INSA Lyon
    ENS de Lyon""",
)
ITALY = (
    """Milano, Torino, Bologna, Roma, Firenze, Napoli, Trieste, Athína, Thessaloníki, Lyon
    Paris, Genève""",
    """Politecnico di Milano, Università di Bologna, Politecnico di Torino, Sapienza
    Bocconi, Scuola Normale Superiore, National Technical University of Athens, INSA Lyon, EPFL""",
)
LOW = (
    """Amsterdam, Utrecht, Rotterdam, Delft, Eindhoven, Gent, Antwerpen, Leuven, Bruxelles
    Liège, Luxembourg, Lyon""",
    """TU Delft, KU Leuven, Universiteit van Amsterdam, Universiteit Gent
    Universiteit Utrecht, ULB, UCLouvain, Wageningen University, Université de Liège""",
)
MAGHREB = (
    """Lyon, Lyon, Paris, Marseille, Casablanca, Rabat, Tunis, Alger, Oran, Beyrouth
    Grenoble, Genève""",
    """INSA Lyon, Université Mohammed V, École nationale polytechnique d'Alger
    Université Saint-Joseph de Beyrouth, Université de Tunis, Université Lyon 1
    École Mohammadia d'ingénieurs, Sciences Po, ENS""",
)
AFRICA = (
    """Dakar, Abidjan, Bamako, Ouagadougou, Accra, Lagos, Nairobi, Kigali, Addis Ababa
    Lyon, Paris, Bruxelles""",
    """Université Cheikh Anta Diop, University of Ghana, University of Lagos
    Makerere University, University of Cape Town
    Institut national polytechnique Houphouët-Boigny, Sciences Po, INSA Lyon""",
)
ASIA = (
    """London, Paris, Lyon, Singapore, Bengaluru, Mumbai, Pune, Hà Nội, Taipei, Tokyo
    Kyoto, Seoul, İstanbul, Ankara, Tbilisi, Yerevan, Jakarta, Bangkok""",
    """IIT Bombay, IIT Madras, National University of Singapore, Tsinghua University
    University of Tokyo, KAIST, Boğaziçi Üniversitesi, Orta Doğu Teknik Üniversitesi
    Hanoi University of Science and Technology, Imperial College London, INSA Lyon
    Kyoto University""",
)
