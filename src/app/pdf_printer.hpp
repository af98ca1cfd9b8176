// SPDX-License-Identifier: Apache-2.0
// Port: prints an HTML page as a tagged PDF with title, language, bookmarks and page numbers.
//
// The page stands alone: nothing is loaded and no script is run. A printer may be asked by several threads;
// whoever comes while it prints as many as it can at once waits. Problems: no_printer, printing_failed
// (app/problems.hpp).
#pragma once

#include <string>

#include "base/result.hpp"

namespace smm::app {

class PdfPrinter {
 public:
  virtual ~PdfPrinter() = default;
  virtual base::Result<std::string> print(const std::string& html) = 0;
  virtual std::size_t at_once() const { return 1; }
};

}  // namespace smm::app
