extension NamePool {
  static let hornAndArabic = NamePool(
    female: """
      Abrehet Aida Aisha Alaa Amal Amina Amira Ayaan Aya Bahja Bilan Bethlehem Dalia Deqa Dina
      Fadumo Farah Farhiya Fatima Fawzia Feven Ghada Habiba Hamdi Hana Hanan Haweya Hayat Hibaq Hibo
      Hiwet Hodan Huda Idil Ifrah Ikram Iman Jamila Khadija Khadra Lamia Leila Luul Lubna Maryan
      Maha Mahlet Malak Marwa Meron Mona Mulki Nadia Naima Nasra Noura Rahel Rahma Rania Rim Sagal
      Salma Samira Sahra Selam Senait Shukri Sumaya Tsega Yasmin Zahra Zeinab
      """,
    male: """
      Abdi Abdirahman Abdullahi Abraham Abshir Adam Ahmed Amir Anas Awet Ayman Ayoub Bashir Bilal
      Biniam Dawit Daud Elias Ermias Fahad Faisal Farhan Filmon Guled Haben Hamza Hassan Hatim Henok
      Hussein Ibrahim Idriss Ilyas Ismail Issa Jabril Jamal Karim Khalid Liban Mahad Mahdi Mahmoud
      Mehari Merhawi Mohamed Mubarak Mustafa Mukhtar Nadir Natnael Omar Osman Rashid Ridwan Robel
      Saeed Salim Samatar Samuel Sharmarke Suleiman Tariq Tesfay Walid Warsame Yonas Younis Yusuf
      Zakaria Zekarias
      """,
    family: """
      Aadan Abate Abbas Abdalla Abdelrahman Abdi Abdulkadir Abdullah Abebe Abera Abokor Abu-Bakr
      Adan Aden Afework Al-Amin Al-Hashimi Al-Jabri Al-Masri Al-Najjar Ali Alemu Amare Araya Asfaw
      Asmerom Awale Awad Ayele Aziz Barre Bekele Belay Benali Berhane Bouazza Boukhari Cabdi Chaoui
      Dahir Daoud Desta Dirie Duale Egal El-Amrani El-Sayed Elmi Essa Eyasu Farag Farah Fares Fekadu
      Gabriel Gaid Gebre Gebremariam Gebreselassie Getachew Ghebre Girma Gure Habte Haddad Hadi
      Hagos Haile Hajji Hakim Hamdan Hamid Hamoud Hashi Hersi Hirsi Idris Jama Jemal Kahin Kassem
      Kebede Khalil Kidane Lemma Mahamud Mansour Mebrahtu Mehdi Mekonnen Mengesha Mire Mohamoud
      Mokhtar Mulugeta Musse Nasser Negash Noor Nur Omer Osman Rahmani Saad Said Saleh Salah Samater
      Seid Shire Shirwa Sium Solomon Tadesse Tahir Teklay Tekle Tesfaye Tewolde Warsame Wolde Yassin
      Younes Yohannes Zaki Zerai Zewdie
      """)
}
