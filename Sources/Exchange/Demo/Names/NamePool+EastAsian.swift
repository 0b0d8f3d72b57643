extension NamePool {
  static let eastAsian = NamePool(
    female: """
      Ái_Vân Althea Analyn Angelica Bảo_Ngọc Bích Chi-Ling Chun_Hua Corazon Cristina Dao Diệu Ema
      Eun-Ji Fang Gia_Hân Grace-Anne Hà Hana Hằng Haruka Hiền Hoa Hồng Hui_Min Huyền Imelda
      Jasmine-Mae Jia_Yi Jin Jocelyn Joy Ka_Yan Kanya Khánh_Linh Kim Lan Lê_Anh Li_Na Li_Wen Liên
      Ligaya Linh Luz-Maria Mai Malai Mei Mei_Ling Mika Min-Seo Miyu Mỹ_Linh Naoko Narumi Nga Ngọc
      Nhi Nhung Nina-Rose Nok Oanh Phương Ploy Quỳnh Rosalinda Rui Sakura Siew_Ling Siti Soo-Jin
      Suda Su_Ling Tâm Thanh Thảo Thi_Linh Thủy Trang Trinh Tuyết Vân Wai_Yee Wan_Ting Xia Xiao_Yan
      Xin_Yi Yan Yến Ying Yu_Xuan Yuki Yun Zhi_Ruo
      """,
    male: """
      Akira Amihan Anh_Tuấn Arnel Bảo Bayani Bo Boon Cường Daichi Danilo Đạt Dương Đức Eduardo-Luis
      Eun-Woo Feng Gia_Bảo Giang Hải Haruto Hào Hiếu Ho_Yin Hoàng Hùng Hưng Hyun-Woo Ji-Ho Jia_Hao
      Jian Jomar Joon Jun Jun_Jie Ka_Ho Kai_Wen Kenji Khang Khoa Kiệt Kwok_Wai Lâm Lei Liang Long
      Lộc Marvin Min_Jun Minh Nam Nghĩa Nhân Niran Phong Phúc Quân Quang Quốc_Anh Ramil Ren Reynaldo
      Rodel Ronel Ryota Sang-Min Seng Shen Sơn Somchai Sota Tài Takumi Tấn Tao Thắng Thành Thiện Tín
      Toàn Trí Trung Tuấn Tùng Việt Vinh Wai Wei Wei_Jie Wen_Hao Xiang Yang Yi_Chen Yong Yuto Zhen
      Zi_Hao
      """,
    family: """
      Abad Abe Aguinaldo Alcantara An Aoki Aquino Aung Bae Bautista Bùi Cabrera Cai Cao Castillo-Lim
      Chan Chang Chau Chen Cheng Cheung Chin Chiu Choi Chong Chow Chu Chua Chung Cruz-Tan Cui Đặng
      Dela_Cruz Deng Ding Đinh Đỗ Dong Du Dương Enriquez Espiritu Fan Fang Feng Fong Fu Fujita Fung
      Galang Gao Goh Guo Hà Han Hayashi He Heng Ho Hồ Hoàng Hong Hsu Hu Huang Hui Huỳnh Ichikawa
      Ikeda Im Ito Jang Jiang Jin Jung Kato Keo Kim Kimura Koh Kondo Kwan Kwok Lâm Lacson Lai Lam
      Lau Law Lê Leung Li Liang Lim Lin Ling Liu Lo Loh Lu Luo Lương Lý Ma Mabini Magsaysay Mai Mak
      Manalo Matsuda Mendoza-Yu Mercado Mok Mori Nakamura Ng Ngô Nguyễn Nishida Oh Ong Ono Ou Pak
      Pan Pang Park Peng Pham Phạm Phan Poon Qian Qiu Quan Reyes Santos-Go Sato Seo Shen Shi Shimizu
      Sim Siu Song Su Sun Suzuki Tada Takahashi Tan Tang Teo Thái Tin Tiong To Tolentino Tong Trần
      Trinh Tse Tsang Tsui Villanueva Võ Vũ Wan Wang Wei Wong Woo Wu Xiao Xie Xu Xue Yam Yan Yang
      Yap Yeung Yip Yoon Yu Yuan Zeng Zhang Zhao Zheng Zhou Zhu
      """)
}
