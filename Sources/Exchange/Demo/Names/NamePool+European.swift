extension NamePool {
  static let european = NamePool(
    female: """
      Adelina Agata Agnieszka Alessia Alicja Anastasia Andreea Anneke Annika Antonia Arta Astrid
      Aurélie Beata Bianka Birgitta Bojana Camilla Chiara Clémence Daria Dominika Dorota Edona
      Ekaterina Elena Eleni Elif Elina Elżbieta Emilija Erika Flutura Francesca Freja Gabriela
      Giulia Greta Hanna Helena Ilaria Ileana Inès Ioana Irena Ivana Jana Joanna Judit Julia Kamila
      Karolina Katarzyna Kinga Klara Ksenia Larisa Laura Leonie Liliana Ljubica Łucja Maja
      Małgorzata Margaux Marija Martina Mathilde Milena Mirela Natasza Neringa Oksana Oliwia Paulina
      Petra Raluca Ramona Rozalia Sanne Silvia Sofia Svetlana Tatiana Teodora Ugnė Valentina
      Weronika Zofia Zuzanna
      """,
    male: """
      Adam Adrian Albin Aleksander Alessandro Alexandru Andrei Andrzej Antoni Arben Arnaud Artur
      Bartosz Bastien Bence Blerim Bogdan Borys Cezary Christophe Cosmin Cristian Damir Dardan
      Davide Denis Dimitri Dominik Dragan Edoardo Emil Enzo Fabio Filip Florin Franek Gaspard
      Giorgos Goran Grzegorz Hendrik Hugo Ignacy Igor Ilya Ionuț Ivan Jakub Jan Janusz Jasper Jeroen
      Kacper Kamil Karol Konstantin Krzysztof Lars Lasse Leonardo Levente Lorenzo Luan Łukasz Maksym
      Marcel Marek Mateusz Matteo Michał Mihai Milan Nico Nikola Nils Oleksandr Olek Ondrej Oskar
      Paweł Pieter Piotr Radu Rafał Rasmus Răzvan Sander Serkan Sebastian Stanisław Stefano Szymon
      Tadeusz Taras Théo Tomasz Valon Vasile Viktor Vlad Wiktor Wojciech Yannick Zoran
      """,
    family: """
      Adamczyk Albescu Andersen Andreou Antonescu Aydın Bajrami Bakker Balan Baran Bartkowiak Bauer
      Bednarz Berisha Bianchi Borowski Bošković Caruso Chmiel Ciobanu Constantinou Costin Czarnecki
      Dąbrowski Dahl de_Vries Demir Demirci Dimitrov Dobrev Dragomir Dubois Dudek Eriksen Esposito
      Fabre Ferrari Filipek Fischer Fontaine Fournier Gajda Gashi Georgiou Głowacka Grabowski Greco
      Halász Hansen Hoxha Horváth Iliescu Ivanov Jankowski Jansen Jovanović Kaczmarek Kamiński
      Kaplan Kasprzak Kowalczyk Kowalski Koval Kovács Krasniqi Krawczyk Kruger Kučera Lambert Lazăr
      Lefèvre Leka Lis Lombardi Lukić Lungu Malinowski Mancini Marchetti Marin Marković Mazur Meier
      Melnyk Michalak Moldovan Moretti Munteanu Nagy Neagu Nikolić Novák Nowak Nowicki Olsen Özdemir
      Pająk Papadakis Pavlenko Pawlak Pellegrino Petrauskas Petrov Pietrzak Piątek Popa Popescu
      Rexhepi Ricci Romano Rousseau Rusu Ruszkowski Sadowski Savić Schmidt Shehu Sikora Șerban
      Sokolov Stoica Szabó Szczepański Szymański Tanase Tkachenko Tóth Urbański van_der_Berg
      van_Dijk Vasilev Vogel Walczak Weber Wiśniewski Wójcik Wróbel Yıldız Zając Zawadzki Zieliński
      Żak
      """)
}
