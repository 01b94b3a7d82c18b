"""Given names and family names as they are met in France."""

from __future__ import annotations

GIVEN = """
Amélie, Hélène, Chloé, Zoë, Inès, Maud, Camille, Léa, Manon, Élodie, Céline, Aurélie, Sophie
Claire, Margaux, Juliette, Agathe, Clémence, Mathilde, Émilie, Noémie, Anaïs, Solène, Maëlle
Gaëlle, Nolwenn, Françoise, Brigitte, Sylvie, Véronique, Isabelle, Nathalie, Valérie, Laurence
Anne-Sophie, Marie-Laure, Anne-Claire, Marie-Hélène, Bérénice, Capucine, Faustine, Ophélie
Perrine, Sabine, Lucie, Alice, Jeanne, Louise, Rose, Suzanne, Odile, Mireille, Geneviève
Colette, Ségolène, Apolline, Éléonore, Blandine, Noé, Samir, Jean-Marc, Paul, Étienne, François
Benoît, Cédric, Jérôme, Rémi, Loïc, Gaël, Maël, Yann, Pierre-Yves, Jean-Baptiste, Jean-François
Jean-Luc, Marc-Antoine, Louis-Marie, Antoine, Baptiste, Bastien, Clément, Corentin, Damien
Fabien, Florian, Gaspard, Grégoire, Guillaume, Gwenaël, Hugo, Joël, Julien, Laurent, Léo, Lucien
Mathieu, Matthieu, Maxime, Mickaël, Nicolas, Olivier, Pascal, Patrice, Quentin, Raphaël, Régis
Romain, Sébastien, Stéphane, Thibault, Tristan, Valentin, Victor, Vincent, Xavier, Yves, Achille
Basile, Côme, Élie, Félix, Isidore, Théodore, Anselme, Aymeric, Arnaud, Bertrand, Didier, Gilles
"""

FAMILY = """
Roussel, Garnier, Lambert, Petit, Lefèvre, Vernay, Aubry, Chevallier, Marchand, Dufour
Blanchard, Gauthier, Perrin, Morin, Mathieu, Clément, Gérard, Boyer, Besson, Rivière, Fontaine
Chauvet, Barbier, Arnaud, Renaud, Picard, Brunet, Giraud, Leroux, Colin, Vidal, Caron, Meunier
Guérin, Lacroix, Fabre, Bonnet, Masson, Sanchez-Roux, Gaillard, Bertin, Pelletier, Mercier
Dupuis, Noël, Rolland, Maréchal, Bourgeois, Charpentier, Huet, Leblanc, Moulin, Benoît, Berger
Delmas, Tessier, Poirier, Carpentier, Gilbert, Étienne, Joubert, Bouvier, Pasquier, Hamon
Le Goff, Le Gall, Kerautret, Le Bihan, Quéméner, Guivarc'h, Tanguy, de Brosses, de La Tour
d'Aubigny, du Châtelet, de Saint-Aubin, Delacroix, Desprez, Desjardins, Dubreuil, Duchamp
Deschamps, Beaumont, Beauvais, Bellanger, Besnard, Billard, Blondel, Boucher, Bréchet, Briand
Brossard, Cadiou, Chabrier, Chaffanjon, Champagne, Charvet, Chatelain, Combe, Cordier, Cornu
Coste, Courtois, Cuvillier, Daguerre, Dalmasso, Delaunay, Devaux, Didier, Drouet, Duclos
Dumoulin, Estève, Évrard, Faivre, Ferrand, Féraud, Flandrin, Foucher, Fournel, Gallois, Gaudin
Genoud, Germain, Ginoux, Godefroy, Gonnet, Granger, Grosjean, Guichard, Guillemot, Hébrard
Héritier, Imbert, Jacquemin, Jacquet, Jourdain, Labbé, Lagarde, Langlois, Lemoine, Lenoir
Levasseur, Maillard, Mallet, Marchetti, Martel, Mazoyer, Ménard, Mounier, Navarre, Nicot
Ollivier, Pagès, Parmentier, Peyrard, Pichon, Poncet, Prévost, Prudhomme, Raynaud, Reverdy
Ricard, Rochette, Sabatier, Salomon, Sauvage, Savary, Seguin, Serre, Tardieu, Thévenet, Thibaud
Tournier, Vasseur, Verdier, Vignal, Villeneuve, Viollet, Voisin, Weber, Wagner, Zeller
"""
