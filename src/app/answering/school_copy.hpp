// SPDX-License-Identifier: Apache-2.0
// Use case: a school takes a copy of its own sheet with it: answers, every version of them, evidence by name,
// and for those who may read them the scores as of now. Each download is told in the school's log.
//
// docs/reference/files.md has the columns. `answers` is an answer file: `smm score` reads it and finds the
// same scores. Therefore a value at a question that other answers close stands in `history` alone, and times
// are UTC as 2026-10-31T23:59:59Z everywhere.
//
// As CSV and JSON the same answers give the same bytes; an XLSX opens in spreadsheet programs with one sheet
// for each table. Names of columns are those of the files, whatever the language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/answering/read_sheet.hpp"

namespace smm::app {

struct CopyTable {
  std::string name;  // answers, history, evidence, scores
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
};

struct SchoolCopy {
  std::string school;   // code
  std::string round;    // code
  std::string edition;  // id
  std::vector<CopyTable> tables;
};

enum class CopyFormat : std::uint8_t { csv, xlsx, json };

// One file that a school can take.
struct CopyFile {
  std::string_view name;   // "answers.csv"
  std::string_view table;  // of a CSV; empty: all of them
  CopyFormat format;
};
// What this standing may take: no scores without the right to read them.
std::vector<CopyFile> copy_files(const assessment::Standing& standing);

struct TakenCopy {
  std::string file_name;  // "lakeside-2026-answers.csv"
  std::string media_type;
  std::string bytes;
};

// Problems: not_there for another name, key_unavailable.
base::Result<TakenCopy> take_copy(Installation& installation, const Hand& hand, const std::string& name);

}  // namespace smm::app
