// SPDX-License-Identifier: Apache-2.0
// The parts of a workbook's zip file, inflated one at a time and never beyond a limit. Internal to exchange.
//
// A file from outside may say anything: each part's size is counted while it is inflated, whatever the
// directory of the archive claims.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace smm::exchange {

struct PackageLimits {
  std::size_t parts = 2'000;
  std::size_t part_bytes = std::size_t{48} << 20;   // of one part, inflated
  std::size_t total_bytes = std::size_t{96} << 20;  // of all parts that were asked for
  std::size_t ratio = 200;                          // inflated to packed, for parts over a megabyte
};

class XlsxPackage {
 public:
  // `bytes` must outlive the package. Problems: xlsx_damaged, xlsx_too_large.
  static base::Result<XlsxPackage> open(std::string_view bytes, const std::string& source,
                                        PackageLimits limits = {});
  ~XlsxPackage();
  XlsxPackage(XlsxPackage&&) noexcept;
  XlsxPackage& operator=(XlsxPackage&&) = delete;

  bool has(const std::string& name) const;
  // Problems: xlsx_damaged where there is no such part or it does not inflate, xlsx_too_large.
  base::Result<std::string> part(const std::string& name);

 private:
  class Archive;
  explicit XlsxPackage(std::unique_ptr<Archive> archive);
  std::unique_ptr<Archive> archive_;
};

}  // namespace smm::exchange
