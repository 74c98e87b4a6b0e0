"""The flat form of a structure: one table a sort of thing, for workbooks and folders of CSV files alike."""
