"""Given names and family names from elsewhere, by culture."""

from __future__ import annotations

NORDIC = (
    """Björn, Søren, Åsa, Ingrid, Linnéa, Märta, Göran, Håkan, Östen, Jörgen, Annika, Elin
    Freja, Signe, Anders, Lars, Nils, Mikkel, Rasmus, Bjørn, Øyvind, Sigrid, Solveig, Astrid
    Aino, Päivi, Jyrki, Väinö, Guðrún, Þóra, Sigurður, Einar, Karin, Maja, Torbjörn, Henrik
    Kirsten, Bodil, Åke, Pernille""",
    """Ek, Lindqvist, Sørensen, Bergström, Åkesson, Öberg, Nyström, Sjögren, Hallström
    Björklund, Ström, Møller, Kjær, Østergaard, Nørgaard, Bødker, Haugen, Hagen, Ødegård, Bråten
    Lie, Solberg, Virtanen, Mäkinen, Hämäläinen, Koskinen, Jónsdóttir, Stefánsson, Dahl, Ekström
    Holmgren, Lund, Norén, Palm, Rosenqvist, Sandell, Thorsen, Wallin, Lagerlund, Friis""",
)
GERMAN = (
    """Jörg, Jürgen, Käthe, Günther, Heike, Anke, Bärbel, Dörte, Friedrich, Hannelore
    Ingeborg, Jens, Klaus, Lotte, Matthias, Niklas, Petra, Rüdiger, Sabine, Steffen, Ulrike, Uwe
    Wiebke, Wolfgang, Sebastian, Tobias, Franziska, Johanna, Leonie, Moritz, Marlene
    Hanns-Peter, Karl-Heinz, Anneliese, Gesa, Silke, Urs, Reto""",
    """Meier, Müller-Lüdenscheidt, Schäfer, Köhler, Böhm, Krüger, Vogel, Weiß, Groß, Jäger
    Lindner, Brandt, Grünwald, Hübner, Kästner, Löwe, Möbius, Nürnberger, Oertel, Pfeiffer
    Reinhardt, Schönberg, Seidel, Steinbach, Thalmann, Uhlig, von Arnim, von der Heide, Voß
    Wüthrich, Zürcher, Ammann, Aebischer, Baumgartner, Eichhorn, Feuerbach, Hölzl, Rößler
    Straßer, Zimmermann""",
)
SLAVIC = (
    """Łukasz, Agnieszka, Małgorzata, Zbigniew, Krzysztof, Bożena, Wojciech, Katarzyna
    Paweł, Jarosław, Dariusz, Jiří, Zdeněk, Šárka, Božena, Ondřej, Lenka, Tomáš, Ivana, Željko
    Nikša, Đorđe, Jelena, Dragana, Vesna, Oksana, Taras, Natalia, Dmytro, Iryna, Andriy, Mykola
    Anastasia, Zuzana, Ľubomír, Radovan, Boyan, Elitsa""",
    """Wrona, Kowalczyk, Wiśniewska-Lis, Zając, Dąbrowski, Szymański, Woźniak, Kozłowski
    Jabłoński, Mazur, Krawiec, Gąsior, Sęk, Wróbel, Novák, Dvořák, Svobodová, Černý, Růžička
    Procházka, Horváth, Kovačić, Marković, Đurić, Šimić, Žižek-Bren, Petrović, Shevchuk
    Kovalenko, Bondar, Lysenko, Tkachenko, Hrynko, Dimitrov, Stoyanova, Zeman, Beneš, Malý
    Hájek, Krejčí""",
)
IBERIAN = (
    """Tomás, Iñaki, Begoña, Íñigo, Núria, Ángel, Álvaro, Belén, Concepción, Esperanza
    Joaquín, Jesús, José-María, Lucía, Marisol, Montserrat, Pilar, Ramón, Rocío, Xavi, João
    Gonçalo, Conceição, Fátima, Inês, Luís, Rui, Thiago, Beatriz, Letícia, Mônica, Renata
    Vinícius, Catarina, Afonso, Sebastián, Valentina, Ximena, Andrés""",
    """Herrera, Carvalho, Muñoz, Ibáñez, Peña, Núñez, Gutiérrez, de la Fuente, Echeverría
    Etxeberria, Puig, Ferrer i Soler, Casals, Ordóñez, Quiñones, Ruiz-Ocaña, Salvatierra
    Zubizarreta, dos Santos, da Silva Brito, Conceição, Magalhães, Guimarães, Gonçalves, Simões
    Leitão, Brandão, Assunção, Figueiredo, Lourenço, Nogueira, Pinheiro, Vasconcelos, Restrepo
    Cárdenas, Villaseñor, Arango, Bolaños, Montalvo, Urrutia""",
)
ITALIAN = (
    """Niccolò, Giosuè, Chiara, Giulia, Federica, Ludovica, Beatrice, Ginevra, Alessandro
    Lorenzo, Matteo, Davide, Tommaso, Riccardo, Gianluca, Pierluigi, Annalisa, Mariateresa
    Rosaria, Salvatore, Concetta, Elisabetta, Fabrizio, Gaetano, Ilaria, Jacopo, Luigi, Michela
    Ornella, Raffaella, Elena, Dimitra, Nikos, Eleftheria""",
    """Bianchi, Colombo, De Luca, Della Rovere, D'Angelo, Esposito, Ferraris, Galli
    Lo Presti, Marangoni, Morandi, Nicolò, Orsini, Pellegrino, Quaranta, Rinaldi, Santangelo
    Tagliabue, Ubaldi, Vitale, Zanetti, Bonomi, Cavallaro, Dell'Acqua, Fabbri, Gori, Iannone
    Mancuso, Papadakis, Stavrou, Georgiou, Marinos""",
)
LOW = (
    """Marijke, Wouter, Joost, Sjoerd, Maaike, Liesbeth, Femke, Jeroen, Thijs, Bram, Anouk
    Cornelis, Geertje, Hendrik, Koen, Mieke, Pieter, Ruben, Saskia, Tijmen, Wim, Yvette, Lieve
    Greet, Daan, Floor, Hanneke""",
    """van den Berg, de Vries, van der Meer, Bakker, Visser, ten Have, 't Hooft-Kuipers
    Hoekstra, Dijkstra, Vermeulen, Janssens, Peeters, Claes, Wouters, Goossens, De Smet
    van Loon, Kuiper, Postma, Verhoeven, Zijlstra, van 't Veer, Brouwer, Mulder, Terpstra
    De Clercq, Vandamme, Huygens, Boonstra, Wiersma""",
)
ARABIC = (
    """Samir, Nour, Yasmine, Karim, Leïla, Mehdi, Amina, Rachid, Fatima-Zahra, Idriss
    Soraya, Walid, Naïma, Tarek, Hicham, Khadija, Malik, Salma, Youssef, Zineb, Aïcha, Bilal
    Dounia, Farid, Ghizlane, Hakim, Imane, Jamal, Lamia, Mounir, Nabil, Omar, Rania, Sofiane
    Wassila, Younes, Ziad, Maha, Rami, Hala, Elias, Dalal""",
    """Benali, Haddad, El Amrani, Bouzid, Cherkaoui, Khoury, Mansouri, Nasser-Eddine, Ouali
    Rahmani, Saïdi, Tazi, Zerrouki, Belkacem, Bennani, Chaoui, Djebbar, El Fassi, Ferhat, Gharbi
    Hamdaoui, Idrissi, Jaziri, Karoui, Lahlou, Mebarki, Naciri, Othmani, Sebti, Trabelsi
    Yahiaoui, Ziani, Abou Jaoude, Sfeir, Gemayel-Aoun, Sabbagh, Maalouf-Rizk, Toumi, Ait Ahmed
    Ben Youssef""",
)
AFRICAN = (
    """Ibrahim, Aminata, Fatou, Moussa, Ousmane, Awa, Mamadou, Adama, Kofi, Ama, Kwame
    Abena, Chinedu, Ngozi, Chiamaka, Emeka, Olúwaṣeun, Folasade, Adéọlá, Temitope, Thandiwe
    Sipho, Nomvula, Wanjiru, Kamau, Achieng, Tesfaye, Selam, Dieudonné, Espérance, Innocent
    Grâce, Blaise, Divine, Salif, Oumou, Bintou, Cheikh""",
    """Sow, Diallo, Ndiaye, Traoré, Koné, Ouédraogo, Coulibaly, Bâ, Cissé, Mensah, Owusu
    Asante, Boateng, Okafor, Nwosu, Eze, Adebayo, Ọláyínká, Balogun, Abiodun, Dlamini, Nkosi
    Mokoena, Mwangi, Otieno, Njoroge, Haile, Bekele, Mbemba, Kabongo, Tshimanga, Mukendi, Nguema
    Essono, Fofana, Sangaré, Keïta-Barry, Faye""",
)
ASIAN = (
    """Thị Mai, Văn Hùng, Minh Châu, Ngọc Lan, Quang, Thuỳ Linh, Priya, Arjun, Ananya
    Rohan, Kavita, Vikram, Lakshmi, Sanjay, Deepika, Imran, Wei, Xiaoming, Lìhuá, Jiayi, Hao
    Mei-Ling, Yuki, Haruto, Sakura, Kenji, Aiko, Naoko, Min-jun, Seo-yeon, Ji-woo, Hye-jin, Siti
    Agung, Putri, Malee, Somchai, Nilüfer, Çağla, Özgür, Gülşen, Şebnem, Emre, İlker, Parisa
    Darius, Nasrin, Kaveh, Tamar, Giorgi, Anahit, Areg""",
    """Nguyễn, Trần, Phạm, Đặng, Lê Văn, Võ, Bùi, Raman, Iyer, Chatterjee, Banerjee
    Deshpande, Kulkarni, Mehta, Srinivasan, Bhattacharya, Siddiqui, Qureshi, Wang, Zhāng, Liú
    Ouyang, Huang, Tanaka, Satō, Kobayashi, Itō, Watanabe, Kim, Park, Choi, Jeong, Wijaya
    Santoso, Srisai, Yıldız, Öztürk, Şahin, Çelik, Güneş, Doğan, Kılıç, Farahani, Tehrani
    Rostami, Gelashvili, Petrosyan, Hakobyan, Levi-Tal, Ben-Ami""",
)
