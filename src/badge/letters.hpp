// SPDX-License-Identifier: Apache-2.0
// The outlines of capitals and figures, so that a picture needs no font where it is shown.
//
// Read from content/badge/letters.txt: a sign, its width, then rings of points ("x,y"), parted by ";", in
// thousandths of the size of the letters.
#pragma once

#include <map>
#include <string_view>

#include "badge/drawing.hpp"

namespace smm::badge {

struct Letter {
  double width = 0;
  std::vector<Ring> rings;
};

class Letters {
 public:
  // Lines that are not as above are left out: the file ships with the program and a test reads it whole.
  explicit Letters(std::string_view text);

  // In capitals. Signs that there are no outlines for are left out.
  std::vector<Letter> of(std::string_view words) const;
  double width(std::string_view words) const;

  std::size_t count() const { return letters_.size(); }

 private:
  std::map<char, Letter> letters_;
};

}  // namespace smm::badge
