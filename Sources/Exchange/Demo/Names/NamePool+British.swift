extension NamePool {
  static let british = NamePool(
    female: """
      Abigail Alice Amelia Amy Anna Annabel Aoife Aurora Beatrice Bethany Bonnie Bridget Caitlin
      Cara Catherine Cerys Charlotte Chloe Clara Connie Daisy Daphne Darcey Edie Eleanor Eliza Ella
      Eloise Elsie Emily Erin Esme Eva Evie Fearne Felicity Florence Freya Georgia Gwen Hannah
      Harriet Hazel Heidi Holly Imogen Iris Isabelle Isla Ivy Jessica Josephine Katie Kayleigh Keira
      Lacey Lauren Lily Lola Lottie Lucy Mabel Maeve Maisie Margot Martha Matilda Megan Millie Molly
      Nancy Niamh Nora Olive Olivia Orla Phoebe Poppy Rhiannon Rose Rosie Ruby Saoirse Scarlett
      Sienna Sophie Summer Thea Tilly Violet Willow Zoë
      """,
    male: """
      Aidan Albert Alfie Archie Arlo Arthur Austin Barnaby Blake Bobby Brendan Caleb Callum Cian
      Connor Cormac Daniel Declan Dexter Dylan Edward Elis Ellis Euan Evan Ewan Felix Fergus Finn
      Freddie Gabriel George Gethin Grayson Harrison Harry Harvey Henry Hugo Iwan Jack Jacob Jake
      James Jasper Jenson Joe Kian Kieran Laurence Lewis Liam Louie Louis Lucas Luke Max Matthew
      Miles Morgan-Lee Nathan Ned Niall Noah Oisin Oliver Ollie Oscar Owen Patrick Ralph Reece
      Reggie Rhys Ronnie Rory Rufus Rupert Sean Seth Sidney Sonny Spencer Stanley Teddy Thomas Toby
      Tommy Tristan Wilfred William Zac
      """,
    family: """
      Abbott Acton Ainsworth Aldridge Allbright Appleton Ashdown Ashworth Atkins Baines Baldwin
      Barker Barlow Bartlett Bates Beaumont Birch Bishop Boyle Bradshaw Brady Brennan Briggs
      Broadbent Buckley Burgess Butterworth Byrne Callaghan Cartwright Chadwick Chapman Clegg Coates
      Collins Connolly Cooper Coyle Crossley Davies Dawson Delaney Dempsey Dobson Doherty Donnelly
      Drummond Duffy Dunn Eastwood Ellison Elwood Fairclough Farrell Fenwick Fletcher Flynn Fowler
      Gallagher Garside Gibbons Gilmore Goddard Goodwin Greenhalgh Gwynne Hackett Halliwell
      Hardcastle Hargreaves Hart Hartley Haslam Hawkins Hayward Hegarty Heywood Higgins Hobbs
      Holroyd Hopkins Horrocks Howells Hughes Ingham Jarvis Jenkins Kavanagh Keane Kendrick Kershaw
      Kirkby Langley Lister Lockwood Lomax MacDonald Maguire Mahoney Mason McAllister McBride
      McCarthy Mellor Metcalfe Moran Mortimer Naylor Nicholls Nolan Nuttall O'Brien O'Connor O'Leary
      Ogden Openshaw Ormerod Padgett Parsons Pearce Penrose Pickering Pritchard Quigley Radcliffe
      Redfern Rhodes Rigby Roscoe Rowlands Ryan Sanderson Sharples Shaw Sheppard Slater Smith
      Sutcliffe Swift Tattersall Taylor-Hill Thistlethwaite Tomlinson Treharne Turner Unsworth
      Wainwright Walsh Wardle Whitaker Whitehead Wilkinson Winstanley Woodcock Wynne Yates
      """)
}
