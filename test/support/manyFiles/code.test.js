throw new Error('A file that clasp does not push was loaded.');
