extension NamePool {
  static let southAsian = NamePool(
    female: """
      Aarti Aayat Afsana Aleena Ameera Amrit Anaya Anika Anjali Anushka Areeba Arooj Asma Ayesha
      Bushra Chandni Deepa Devika Dilshad Divya Esha Farhana Farida Fariha Farzana Gurleen Hafsa
      Harpreet Hina Humaira Inaya Iqra Isha Ishani Jannat Jaspreet Jaya Kajal Kavya Khushi Kiran
      Lakshmi Laiba Mahnoor Manisha Maryam Meena Mehreen Mehwish Nabila Nandini Nargis Nazia Neha
      Nilufar Nimra Nisha Parveen Pooja Prisha Priya Rabia Radhika Rashmi Reshma Rubina Rukhsana
      Saanvi Sabiha Sadia Sakina Samina Sana Shabnam Shaista Shanti Shazia Shreya Simran Sneha
      Sultana Sunita Tahmina Tanvi Tasnim Umme Urmi Vidya Yashoda Zara Zoya
      """,
    male: """
      Aarav Abrar Adeel Aditya Afzal Ajay Akash Akram Aman Amit Anik Anwar Arjun Arman Arshad Aryan
      Asad Ashfaq Ashok Atif Ayaan Azhar Babar Baldev Chirag Danish Darshan Deepak Dev Dilip Ehsan
      Fahim Faizan Farooq Fawad Gagan Ganesh Gurdeep Habib Hardeep Harish Haroon Hasnain Imran
      Inderjit Irfan Ishaan Jahangir Jasdeep Jatin Junaid Kabir Kamran Karan Kashif Krishna Kuldeep
      Mahbub Manish Masud Mehul Mizan Moeen Mohan Monir Mujib Nabeel Naveed Nayan Nikhil Nirav Omkar
      Parth Pranav Qasim Rafiq Rahul Rajan Rakib Ranjit Rehan Rizwan Rohit Sabir Sagar Sajid Sameer
      Sandeep Sanjay Shafiq Shahid Shakib Shoaib Sunil Tahmid Tanvir Taufiq Usman Varun Vikram Vivek
      Waqar Yash Zayan Zeeshan Zubayr
      """,
    family: """
      Afridi Agarwal Ahluwalia Akhtar Akhter Alam Amin Anand Ansari Arora Aslam Awan Azad Bajwa
      Bakshi Banerjee Barua Begum Bhagat Bhandari Bhatt Bhatti Bhuiyan Biswas Bose Butt Chakrabarti
      Chandra Chatterjee Chaudhry Cheema Chopra Choudhury D'Souza Das Dasgupta Desai Dhillon Dhar
      Durrani Dutta Fernandes-Rao Gandhi-Mehta Ghosh Gill Gohil Grewal Guha Gupta Gurung Hamid Haque
      Hasan Hoque Hossain Iqbal Iyer Jadeja Jain Jamil Javed Jayawardena Joshi Kabir Kapoor Karim
      Kaur Kazi Khalid Khan Khanna Khatun Khokhar Kulkarni Kumar Lodhi Mahajan Mahmood Majumdar
      Malhotra Malik Mandal Mehta Menon Miah Minhas Mirza Mishra Mistry Modak Mollah Mughal
      Mukherjee Munir Nadar Naik Nair Naqvi Naseer Nath Parekh Parmar Patel Paul Perera Pillai
      Prasad Qadir Qureshi Rahman Raja Ramesh Rana Rao Rashid Rathore Rauf Raza Reddy Riaz Roy Saha
      Saini Saleem Sandhu Sarkar Saxena Sengupta Shah Shaikh Shahzad Sharma Shrestha Siddiqui Sidhu
      Sikder Silva Singh Solanki Talukdar Tariq Thakur Trivedi Uddin Ullah Varma Verma Virk Wadhwa
      Yadav Yousaf Zaman
      """)
}
