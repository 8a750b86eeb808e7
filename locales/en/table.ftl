# Files with tables
table-empty = There is nothing in the file.
table-too-large = The file is too large: at most { $n } MB.
table-too-much = There is more in the file than can be read. Split it into several smaller ones.
table-too-many-rows = The file has too many rows: at most { $n }. Split it into several files.
table-too-many-columns = The file has too many columns: at most { $n }. Delete those you do not need.
table-other-format = This is a spreadsheet of an older or another kind (XLS, ODS), or it is locked with a password. Open it, save it as XLSX or CSV and try again.
table-not-a-table = This is not a spreadsheet. Save it as CSV or XLSX and try again.
