// SPDX-License-Identifier: Apache-2.0
// Parts of JSON that badges, status lists and controller documents share: contexts, types and the proof, and
// a reader that takes the one shape and nothing else. Internal to badge.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "badge/data_integrity.hpp"
#include "base/document_reader.hpp"
#include "base/instant.hpp"
#include "exchange/json.hpp"

namespace smm::badge {

void write_contexts(exchange::JsonWriter& json, std::initializer_list<std::string_view> contexts);
void write_types(exchange::JsonWriter& json, std::initializer_list<std::string_view> types);
void write_proof(exchange::JsonWriter& json, const Proof& proof);

// One object. Every text has to be a JSON string, and every key one that was asked for: what the writer of
// the canonical form would leave out must not stand in the file either.
class ShapeReader {
 public:
  ShapeReader(const base::Document& document, base::Problems& problems)
      : document_(document), problems_(problems), keys_(document, problems) {}

  std::string text(std::string_view key);
  base::Instant time(std::string_view key);
  void word(std::string_view key, std::string_view wanted);                          // exactly this
  void words(std::string_view key, std::initializer_list<std::string_view> wanted);  // this list
  void no(std::string_view key);                                                     // false
  const base::Document& child(std::string_view key);
  void known(std::string_view key) { keys_.has(key); }  // read elsewhere
  void finish() { keys_.finish(); }

 private:
  void misshapen(std::string_view key, const std::string& wanted);

  const base::Document& document_;
  base::Problems& problems_;
  base::DocumentReader keys_;
};

Proof read_proof(const base::Document& document, base::Problems& problems);

}  // namespace smm::badge
