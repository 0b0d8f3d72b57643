extension NamePool {
  static let westAfrican = NamePool(
    female: """
      Abena Abimbola Adaeze Adenike Adjoa Adwoa Afia Aissatou Akosua Ama Aminata Amaka Awa Ayomide
      Bola Bintou Bukola Chiamaka Chidinma Chinyere Ebele Efua Ejiro Esi Esther Fatou Fatoumata
      Folake Fumilayo Gifty Grace Hadiza Ifeoma Ifeoluwa Ijeoma Isatu Khadijatou Kadiatu Kemi
      Mariama Mercy Modupe Morenike Naa Ngozi Nkechi Nneka Ndeye Ọlámidé Oluchi Omotola Oyinkan
      Patience Rokia Ronke Sade Salamatu Simisola Somto Temitope Titilayo Toluwani Uju Yaa Yetunde
      Zainab Zikora
      """,
    male: """
      Abdoulaye Abiola Adewale Akin Amadou Ayodele Babatunde Bamidele Chibuike Chidi Chike
      Chukwuemeka Cheikh Demola Ebuka Efosa Ekow Emeka Emmanuel Eyo Femi Folarin Gbenga Ibrahima
      Idris Ifeanyi Ikenna Isaac Jide Joshua Kayode Kelechi Kobina Kofi Kojo Kwabena Kwadwo Kwaku
      Kwame Kwasi Lamin Lanre Mamadou Moussa Nana Nnamdi Nonso Obinna Odion Olumide Oluwaseun Osagie
      Ousmane Segun Seyi Sekou Sulaiman Tayo Temidayo Tunde Uche Ugo Yaw Yinka Zubair
      """,
    family: """
      Abiodun Acheampong Addo Adebayo Adégbọlá Adeleke Adeniyi Adeyemi Adjei Afolabi Agbaje Agyeman
      Ajayi Akande Akinola Akintola Akpan Alabi Amankwah Amoah Ampofo Aning Ansah Antwi Appiah
      Arthur Asante Asare Asiedu Awuah Ayeni Ba Babalola Badmus Balogun Bangura Barry Boakye Boamah
      Boateng Bonsu Cissé Conteh Coulibaly Dada Danso Darko Diallo Diarra Dike Diop Doumbia Duah
      Eboigbe Effiong Egwu Ekwueme Essien Eze Ezenwa Fadipe Fall Fashola Fofana Forson Frimpong Gaye
      Gueye Gyamfi Ibeh Igwe Ikpeba Iroko Jallow Jegede Kabba Kamara Kargbo Keita Koroma Kouassi
      Kouyaté Kuti Lawal Mbaye Mensah Musa Ndiaye Nkrumah Nnadi Nwachukwu Nwosu Obaseki Obi Odukoya
      Ofori Ogbonna Ogunleye Ojo Okafor Okeke Okoro Okoye Olaniyan Olawale Omoregie Onwuka Oppong
      Osei Owusu Oyelaran Quaye Salami Sanogo Sarpong Sesay Sowah Sylla Tetteh Touré Udoh Umeh Uzoma
      Yeboah
      """)
}
