extension NamePool {
  static let caribbean = NamePool(
    female: """
      Aaliyah Adrianna Alexia Aleisha Amara Amoya Angelique Annalise Asha Ashanti Bianca Brianna
      Camille Candice Carlene Chanel Chantelle Charmaine Cherelle Ciara Corinne Danielle Deja
      Denisha Destiny Dominique Ebony Elisha Faith Gabrielle Imani India Jada Jahzara Jasmine Jayda
      Jenelle Kadeisha Kaliyah Keisha Kenya Kiara Kimora Latoya Leanne Letitia Lorraine Makayla
      Marcia Mercedes Mia-Rose Monique Nalani Naomi Natalia Nevaeh Nia Niyah Paige Renae Rhianna
      Rochelle Sabrina Sanaa Serena Shanice Shanelle Sherine Simone Tamara Tanisha Tiana Tia-Marie
      Tyra Yolanda Zaria
      """,
    male: """
      Aaron Adrian Akeem Alphonso Andre Antoine Antonio Ashani Avion Benjamin Calvin Carlton Clinton
      Courtney Curtis Damian Dante Darius Darnell Dejuan Delroy Demar Denzel Desmond Deshawn Dion
      Donovan Dwayne Elijah Errol Ezekiel Fabian Garfield Garvey Gideon Glenroy Hezekiah Isaiah
      Jabari Jahmal Jaheim Javon Jermaine Jerome Josiah Keanu Kemar Kenton Keron Kieron Kymani Lamar
      Leon Leroy Levi Malachi Malik Marcus Marlon Maurice Melvin Nathaniel Nehemiah Omari Orlando
      Raheem Rashaun Reuben Rohan Romario Roshane Shaquille Stefan Tafari Tajay Tevin Theodore
      Tremaine Trevon Tyrell Tyrese Winston Zion
      """,
    family: """
      Alleyne Anderson Archibald Aitcheson Bailey Baptiste Barrett Beckford Belgrave Bennett Bernard
      Blackwood Blake Bogle Bowen Braithwaite Brathwaite Brissett Brown Bryan Burke Burrell Byfield
      Campbell Carter Cato Charles Christie Clarke Codrington Coke Cole Cooke Crooks Cumberbatch
      Cunningham Dacosta Daley Davidson Dawkins Delisser Dennis Dixon Dyer Edwards Ellis Ennis
      Ferguson Ffrench Findlay Forde Foster Francis Fraser Fyffe Gayle George Gordon Grant Greaves
      Greenidge Griffiths Hamilton Harriott Haynes Headley Henry Hibbert Hines Hinds Holder Hunte
      Hylton Jarrett Jeffers Jennings Joseph Kelly Kerr Laidlaw Lamey Lawes Levy Lindo Livermore
      Lynch Maitland Malcolm Marshall Maynard McDonald McFarlane McKenzie McLean McLeod Miller
      Mitchell Moncrieffe Morgan Morris Mullings Murray Myrie Nelson Nembhard Osbourne Palmer
      Parchment Peart Phillip Pinnock Pitter Powell Prendergast Pryce Reid Richards Ricketts Riley
      Roach Robinson Rowe Samuels Scarlett Senior Simms Sinclair Skeete Small Spence Springer
      Stewart St_Louis Thorpe Trotman Tulloch Vassell Wallace Walters Whyte Wint Yearwood
      """)
}
