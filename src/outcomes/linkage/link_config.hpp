// SPDX-License-Identifier: Apache-2.0
// What `smm link pairs` and `smm link dedupe` are told about files they have never seen: which column holds
// the id, which columns are compared, and as what. docs/reference/link-config.md documents the TOML file.
//
//   id = "rec_id"               # or left_id and right_id
//   [[compare]]
//   column = "surname"          # or left and right, when the files name it differently
//   as = "name"                 # name, code, date, text, number, exact
//   swapped_with = "given_name" # names only: the two columns may be exchanged
//
// Nothing is trained on answers and there is no threshold to tune: what a difference weighs is estimated from
// the files themselves.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/document.hpp"
#include "base/result.hpp"

namespace smm::outcomes::linkage {

enum class CompareAs : unsigned char {
  name,    // a person's name or another short spelling
  code,    // an identifier that may be mistyped: telephone, postal code, social security number
  date,    // day, month and year in any usual order
  text,    // words whose order does not matter: titles, addresses
  number,  // nearness counts
  exact    // equal or not: a category
};

struct Comparison {
  std::string name;  // of the left column
  std::string left;
  std::string right;
  CompareAs as = CompareAs::exact;
  bool nicknames = false;                   // names only
  std::optional<std::string> swapped_with;  // left column of another comparison
  base::Place place;
};

struct LinkConfig {
  std::string left_id;
  std::string right_id;
  bool one_to_one = true;            // pairs: no record is in two of them
  double keep = 0.01;                // pairs of this probability or more are written
  double cluster = 0.5;              // dedupe: pairs of this probability or more may join records
  std::size_t candidates = 60;       // retrieved per record at most
  std::vector<std::string> missing;  // values that mean nothing, beside the empty one
  std::vector<Comparison> comparisons;
};

base::Result<LinkConfig> read_link_config(const base::Document& document);

}  // namespace smm::outcomes::linkage
