// SPDX-License-Identifier: Apache-2.0
// A path with places to fill: "/rounds/{round:id}/packets/{number:number}".
//
//   {name}          one segment, any text
//   {name:number}   1 to 18 digits
//   {name:id}       an id of a stored thing: 26 characters of a-z and 2-7
//   {name:word}     a content id: 1 to 64 characters of a-z 0-9 _ . -
//   {name:rest}     what is left of the path, slashes included; only at the end, may not be empty
//
// A segment that is not of the type does not match. Text between slashes is compared exactly. Where several
// patterns match, the one whose first differing segment is narrower wins: literal, typed, any text, rest.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/http/captures.hpp"

namespace smm::web::http {

class RoutePattern {
 public:
  // The pattern is ours: a wrong one is a broken belief.
  explicit RoutePattern(std::string_view pattern);

  bool matches(std::string_view path, Captures& captures) const;

  const std::string& text() const { return text_; }

  // Below zero when this one is to be tried first; 0 when both match the same paths.
  int order(const RoutePattern& other) const;

 private:
  enum class Kind { literal, number, id, word, any, rest };  // narrowest first
  struct Segment {
    Kind kind;
    std::string text;  // of a literal, or the capture's name
  };

  static Segment segment_of(std::string_view text);
  static Kind kind_named(std::string_view name);
  static bool fits(Kind kind, std::string_view text);

  std::string text_;
  std::vector<Segment> segments_;
};

}  // namespace smm::web::http
