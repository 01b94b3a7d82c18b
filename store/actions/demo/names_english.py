"""Given names and family names as they are met in Britain, Ireland and North America."""

from __future__ import annotations

GIVEN = """
Sam, Priya, Maya, Hannah, Eleanor, Charlotte, Imogen, Beatrice, Florence, Harriet, Georgia
Phoebe, Rosalind, Niamh, Aoife, Siobhán, Saoirse, Gráinne, Eilidh, Catriona, Fiona, Morag
Rhiannon, Carys, Megan, Bronwen, Alice, Amber, Abigail, Bethany, Caroline, Chloe, Daisy, Deborah
Emily, Frances, Grace, Heather, Isobel, Jane, Joanna, Judith, Katherine, Laura, Lydia, Margaret
Martha, Naomi, Olivia, Penelope, Rachel, Rebecca, Ruth, Sarah, Stella, Susannah, Theresa
Victoria, Wendy, Yasmin, Zadie, Ayesha, Mary-Anne, Jo, Robin, Kit, Adam, Alastair, Angus, Arthur
Barnaby, Benedict, Callum, Christopher, Conor, Daniel, Declan, Desmond, Dominic, Duncan, Edmund
Elliot, Euan, Fergus, Finn, Gareth, George, Giles, Graham, Gwilym, Hamish, Harvey, Hugh, Iain
Jack, Jacob, James, Jasper, Joel, Jonathan, Joshua, Julian, Kieran, Leonard, Lewis, Liam, Luke
Malcolm, Marcus, Martin, Matthew, Nathaniel, Neil, Nicholas, Oisín, Oliver, Owen, Patrick
Philip, Ralph, Rhys, Rory, Ruairí, Rupert, Seán, Simon, Stephen, Theo, Thomas, Tobias, Tristan
Walter, Wesley, Zachary
"""

FAMILY = """
Adler, Ashdown, Attwood, Bainbridge, Barrowclough, Beckett, Birtwistle, Blackwood, Bradshaw
Brennan, Brockbank, Buchanan, Butterworth, Callaghan, Cartwright, Chadwick, Chaudhry, Clifford
Clough, Coldwell, Cotterill, Cranston, Crowther, Cunliffe, Dalgleish, Daventry, Dearden, Delaney
Denholm, Drummond, Dunmore, Eastwood, Eccleston, Ellery, Entwistle, Fairbairn, Fairweather
Farrell, Fenwick, Fielding, Flanagan, Fleetwood, Fothergill, Gallagher, Garside, Gillespie
Goddard, Grantham, Greenhalgh, Grimshaw, Hargreaves, Harcourt, Hathersage, Haverford, Hawthorne
Heathcote, Holloway, Holroyd, Horrocks, Huxtable, Inglewood, Jessop, Keighley, Kendrick
Kilbride, Kingsley, Kirkbride, Lancaster, Langford, Lockwood, Lonsdale, MacAllister, MacIntyre
McGrath, McKenna, Mainwaring, Marlowe, Merriweather, Middleton, Montague, Moorcroft, Mulligan
Nesbitt, Nightingale, Northcott, O'Brien, O'Donoghue, O'Shea, Oakeshott, Ogilvie, Okonjo-Hale
Ormerod, Osgood, Pemberton, Pendlebury, Penhaligon, Pettigrew, Pickering, Prendergast, Prescott
Quigley, Radcliffe, Ramsbottom, Rathbone, Redfern, Ridley, Rothwell, Rutherford, Saltmarsh
Sandiford, Satterthwaite, Selwyn, Shackleton, Sheridan, Silverwood, Sinclair, Somerville
Stanhope, Stapleton, Strickland, Sutcliffe, Talbot, Tattersall, Thackeray, Thistlewood
Thornbury, Trelawney, Tremayne, Underhill, Venables, Wadsworth, Wainwright, Walmsley, Wetherby
Whitaker, Whitcombe, Wilberforce, Winterbourne, Wolstenholme, Woodhouse, Wrigley, Yarwood
Llewellyn, Bevan, Prosser, Vaughan, Griffiths-Jones, Ap Rhys, Cadwallader, Maddox
"""
