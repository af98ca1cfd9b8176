// SPDX-License-Identifier: Apache-2.0
// A small writer of canonical N-Quads (W3C RDF Dataset Canonicalization, RDFC-1.0) for graphs that need no
// canonicalization: all nodes have names, but for one at most. That one is called _:c14n0, as the algorithm
// calls the first blank node, so the canonical form is the sorted set of lines.
//
// Names (IRIs) are written as they are: the caller hands in absolute ones.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace smm::badge {

class Quads {
 public:
  // The one node without a name, where a subject or object is asked for.
  static constexpr std::string_view blank = "_:c14n0";

  Quads& link(std::string_view subject, std::string_view predicate, std::string_view object);
  Quads& text(std::string_view subject, std::string_view predicate, std::string_view value);
  Quads& typed(std::string_view subject, std::string_view predicate, std::string_view value,
               std::string_view datatype);

  // Lines in the order of their code points, each ended by a line feed.
  std::string canonical() const;

 private:
  std::set<std::string> lines_;
};

}  // namespace smm::badge
