"""Who sits where, as people write it: roles, persons, vacancies, several groups in a cell."""
