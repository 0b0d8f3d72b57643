extension NamePool {
  static let iberian = NamePool(
    female: """
      Adriana Alejandra Alícia Alma Amparo Ana Andreia Ângela Araceli Aurélia Bárbara Beatriz Belén
      Benedita Bruna Camila Carla Carlota Carmen Carolina Catalina Catarina Cecília Clarissa
      Consuelo Daniela Débora Diana Dolores Eduarda Elisa Esmeralda Estefanía Esperanza Fabiana
      Fátima Fernanda Filipa Flávia Gabriela Giovana Gisela Graciela Guadalupe Helena Inês Irene
      Isabel Isadora Jacinta Jimena Joana Juliana Laís Larissa Leonor Letícia Lorena Lourdes Lucía
      Luísa Luna Luz Madalena Mafalda Manuela Mara Mariana Maribel Marisol Matilde Mercês Milagros
      Natália Noelia Núria Ñusta Olívia Paloma Paola Patrícia Pilar Priscila Rafaela Raquel Renata
      Rocío Rosalía Sara Selena Sofía Soledad Tatiana Teresa Valéria Vitória Ximena Yara
      """,
    male: """
      Adão Afonso Alejandro Alonso Álvaro Amílcar Andrés Ângelo Anselmo Armando Artur Aurélio
      Benício Bernardo Bruno Caetano Caio Camilo Carlos César Cláudio Cristóvão Dário David Diego
      Dinis Domingos Duarte Edson Eduardo Elías Emanuel Emilio Enrique Ernesto Estêvão Esteban Fábio
      Facundo Felipe Fernando Francisco Gael Gaspar Gil Gonçalo Guilherme Gustavo Heitor Henrique
      Hernán Ignacio Iker Ivo Jaime Javier Jerónimo João Joaquim Jorge José Juan Júlio Kauã Lázaro
      Leandro Leonel Lourenço Luca Luís Manuel Marcelo Márcio Marco Martim Mateo Matías Maurício
      Miguel Murilo Nelson Nicolás Nuno Octávio Otávio Pablo Paulo Pedro Rafael Raúl Renato Ricardo
      Roberto Rodrigo Rúben Salvador Santiago Sergio Simão Telmo Thiago Tomás Vasco Vicente Vítor
      Wilson Xavier
      """,
    family: """
      Abreu Acosta Aguiar Aguilar Almeida Alvarado Álvarez Alves Amaral Andrade Antunes Aparicio
      Aragão Araújo Arroyo Azevedo Baptista Barbosa Barros Bastos Benítez Bermúdez Borges Brandão
      Brito Caballero Cabral Calderón Câmara Cárdenas Cardoso Carneiro Carrasco Carvalho Castillo
      Castro Chávez Cisneros Coelho Conceição Cordero Correia Cortés Costa Coutinho Cruz Cunha
      da_Silva Delgado Dias Domínguez Duque Escobar Espinoza Esteves Faria Fernandes Ferreira
      Figueiredo Fonseca Fontes Franco Freitas Fuentes Galindo Gallego García Garrido Godoy Gomes
      González Gouveia Guerrero Guimarães Gutiérrez Henriques Hernández Herrera Hidalgo Hurtado
      Ibáñez Jiménez Lacerda Leal Leite Lemos Lima Lopes Lozano Macedo Machado Maldonado Marques
      Martínez Matos Medina Meireles Mejía Melo Mendes Mendoza Miranda Molina Monteiro Montoya
      Moraes Moreira Moreno Moura Muñoz Nascimento Navarro Neves Nóbrega Nogueira Núñez Ochoa
      Oliveira Orozco Ortega Ospina Pacheco Palacios Peixoto Peña Pereira Pinheiro Pinto Pires Ponce
      Puig Queiroz Quintero Quispe Ramírez Ramos Rebelo Restrepo Ribeiro Rivera Rocha Rojas Romero
      Rosário Salazar Salgado Sampaio Santana dos_Santos Serrano Siqueira Soares Sosa Sousa Suárez
      Tavares Teixeira Torres Uribe Valdés Valencia Vargas Varela Vásquez Vaz Veiga Vera Vidal
      Vieira Villegas Xavier Zambrano Zapata
      """)
}
