// SPDX-License-Identifier: Apache-2.0
#include "web/http/route_pattern.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "base/content_id.hpp"
#include "web/http/ascii.hpp"

namespace smm::web::http {
namespace {

bool is_stored_id(std::string_view text) {
  return text.size() == 26 && std::ranges::all_of(text, [](char letter) {
           return (letter >= 'a' && letter <= 'z') || (letter >= '2' && letter <= '7');
         });
}

}  // namespace

RoutePattern::RoutePattern(std::string_view pattern) : text_(pattern) {
  SMM_ASSERT(pattern.starts_with('/'));
  for (const std::string_view piece : pieces(pattern.substr(1), '/')) {
    SMM_ASSERT(segments_.empty() || segments_.back().kind != Kind::rest);
    segments_.push_back(segment_of(piece));
  }
}

RoutePattern::Kind RoutePattern::kind_named(std::string_view name) {
  if (name == "number") return Kind::number;
  if (name == "id") return Kind::id;
  if (name == "word") return Kind::word;
  if (name == "rest") return Kind::rest;
  SMM_ASSERT(name.empty());
  return Kind::any;
}

RoutePattern::Segment RoutePattern::segment_of(std::string_view text) {
  if (!text.starts_with('{')) return {Kind::literal, std::string(text)};
  SMM_ASSERT(text.ends_with('}') && text.size() > 2);
  text = text.substr(1, text.size() - 2);
  const auto colon = std::min(text.find(':'), text.size());
  return {kind_named(text.substr(std::min(colon + 1, text.size()))), std::string(text.substr(0, colon))};
}

bool RoutePattern::fits(Kind kind, std::string_view text) {
  if (kind == Kind::number) return whole_number(text).has_value();
  if (kind == Kind::id) return is_stored_id(text);
  if (kind == Kind::word) return base::is_content_id(text);
  return !text.empty();
}

bool RoutePattern::matches(std::string_view path, Captures& captures) const {
  SMM_ASSERT(path.starts_with('/'));
  Captures found;
  bool more = true;  // a slash came before what is left
  for (const Segment& segment : segments_) {
    if (!more) return false;
    path.remove_prefix(1);
    const auto end = segment.kind == Kind::rest ? path.size() : std::min(path.find('/'), path.size());
    const std::string_view piece = path.substr(0, end);
    if (segment.kind == Kind::literal ? piece != segment.text : !fits(segment.kind, piece)) return false;
    if (segment.kind != Kind::literal) found.add(segment.text, piece);
    path.remove_prefix(end);
    more = !path.empty();
  }
  if (more) return false;
  captures = std::move(found);
  return true;
}

int RoutePattern::order(const RoutePattern& other) const {
  const std::size_t common = std::min(segments_.size(), other.segments_.size());
  for (std::size_t at = 0; at < common; ++at) {
    const Segment& mine = segments_[at];
    const Segment& theirs = other.segments_[at];
    if (mine.kind != theirs.kind) return mine.kind < theirs.kind ? -1 : 1;
    if (mine.kind != Kind::literal) continue;
    if (const int order = mine.text.compare(theirs.text); order != 0) return order;
  }
  if (segments_.size() == other.segments_.size()) return 0;
  return segments_.size() < other.segments_.size() ? -1 : 1;
}

}  // namespace smm::web::http
