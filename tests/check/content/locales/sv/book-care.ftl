book-care = Boka vård
book-care-open =
    Ring först till din { $word-health-centre }.

    Personalen hjälper dig att få en tid. De kan boka en tolk.
    .coach = Vad ska jag säga?
book-care-closed = Din { $word-health-centre } kan vara stängd. Ring { $phone-1177 }. Där svarar sjuksköterskor dag och natt.
    .coach = Vad ska jag säga?
book-care-coach = Läs upp meningarna eller visa dem.
    .book = Hej! Jag vill boka en tid.
    .interpreter = Jag behöver tolk. Jag talar { $language }.
book-care-bring = Ta med id om du har. Ta med LMA-kort, UT-kort eller kvitto om du har.
    .price = Vad kostar ett besök?
