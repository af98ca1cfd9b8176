// SPDX-License-Identifier: Apache-2.0
// The kinds of problem that `exchange` reports. docs/reference/problems.md explains each code.
#pragma once

#include "base/problem.hpp"

namespace smm::exchange::problem {

using base::ProblemKind;

inline constexpr ProblemKind invalid_utf8{"invalid_utf8", "The input is not valid UTF-8 text."};
inline constexpr ProblemKind forbidden_character{
    "forbidden_character", "A control character (such as NUL) stands where only text belongs."};
inline constexpr ProblemKind input_too_large{"input_too_large",
                                             "The input is larger than a definition may be."};
inline constexpr ProblemKind duplicate_key{"duplicate_key", "A key stands twice in one map."};
inline constexpr ProblemKind too_deep{"too_deep", "Maps and lists are nested deeper than 50 levels."};

inline constexpr ProblemKind csv_no_header{"csv_no_header", "A CSV file has no header row."};
inline constexpr ProblemKind csv_empty_column{"csv_empty_column",
                                              "A column of a CSV file has no name in the header."};
inline constexpr ProblemKind csv_duplicate_column{"csv_duplicate_column",
                                                  "Two columns of a CSV file have the same name."};
inline constexpr ProblemKind csv_missing_column{"csv_missing_column",
                                                "A CSV file lacks a column that is needed."};
inline constexpr ProblemKind csv_cell_count{"csv_cell_count",
                                            "A row of a CSV file has more or fewer cells than the header."};
inline constexpr ProblemKind csv_unclosed_quote{"csv_unclosed_quote",
                                                "A quoted cell of a CSV file is never closed."};
inline constexpr ProblemKind csv_stray_quote{
    "csv_stray_quote", "A quote stands inside an unquoted CSV cell, or text follows a closing quote."};
inline constexpr ProblemKind csv_stray_return{
    "csv_stray_return",
    "A carriage return stands outside quotes in a CSV file without a line feed after it."};
inline constexpr ProblemKind csv_row_too_long{"csv_row_too_long",
                                              "A row of a CSV file is longer than the limit."};
inline constexpr ProblemKind csv_gave_up{
    "csv_gave_up", "A CSV file has so many bad rows that reading stopped; later rows were not looked at."};

inline constexpr ProblemKind yaml_syntax{"yaml_syntax", "A YAML file cannot be read as YAML."};
inline constexpr ProblemKind yaml_alias{"yaml_alias",
                                        "A YAML file uses an anchor or alias, which is not supported."};
inline constexpr ProblemKind yaml_tag{"yaml_tag", "A YAML file uses a tag, which is not supported."};
inline constexpr ProblemKind yaml_key{"yaml_key", "A key of a YAML map is not plain text."};
inline constexpr ProblemKind yaml_several_documents{"yaml_several_documents",
                                                    "A YAML file holds more than one document."};

inline constexpr ProblemKind json_syntax{"json_syntax", "A JSON text cannot be read as JSON."};

inline constexpr ProblemKind toml_syntax{"toml_syntax", "A TOML file cannot be read as TOML."};

inline constexpr ProblemKind xlsx_damaged{
    "xlsx_damaged", "A file is not a workbook (.xlsx), or parts of it are missing or broken."};
inline constexpr ProblemKind xlsx_too_large{
    "xlsx_too_large", "A workbook unpacks to more than is read, or holds more parts, sheets or cells."};
inline constexpr ProblemKind xlsx_no_sheet{"xlsx_no_sheet",
                                           "A workbook has no visible sheet with a header row."};

inline constexpr const ProblemKind* all[] = {&invalid_utf8,       &forbidden_character,
                                             &input_too_large,    &duplicate_key,
                                             &too_deep,           &csv_no_header,
                                             &csv_empty_column,   &csv_duplicate_column,
                                             &csv_missing_column, &csv_cell_count,
                                             &csv_unclosed_quote, &csv_stray_quote,
                                             &csv_stray_return,   &csv_row_too_long,
                                             &csv_gave_up,        &yaml_syntax,
                                             &yaml_alias,         &yaml_tag,
                                             &yaml_key,           &yaml_several_documents,
                                             &json_syntax,        &toml_syntax,
                                             &xlsx_damaged,       &xlsx_too_large,
                                             &xlsx_no_sheet};

}  // namespace smm::exchange::problem
