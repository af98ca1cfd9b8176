// SPDX-License-Identifier: Apache-2.0
#include "exchange/xlsx_package.hpp"

#include <zip.h>

#include "exchange/problems.hpp"

namespace smm::exchange {
namespace {

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using OpenPart = std::unique_ptr<zip_file_t, CloseFile>;

}  // namespace

class XlsxPackage::Archive {
 public:
  Archive(zip_t* zip, std::string source, PackageLimits limits)
      : zip_(zip), source_(std::move(source)), limits_(limits) {}
  ~Archive() { zip_discard(zip_); }
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  bool has(const std::string& name) const { return zip_name_locate(zip_, name.c_str(), 0) >= 0; }

  base::Result<std::string> part(const std::string& name) {
    zip_stat_t stat{};
    const OpenPart file(zip_fopen(zip_, name.c_str(), 0));
    if (!file || zip_stat(zip_, name.c_str(), 0, &stat) != 0) return damaged(name + " is missing or broken");
    std::string text;
    char window[16'384];
    for (;;) {
      const zip_int64_t got = zip_fread(file.get(), window, sizeof window);
      if (got < 0) return damaged(name + " does not unpack");
      if (got == 0) return text;
      text.append(window, static_cast<std::size_t>(got));
      total_ += static_cast<std::size_t>(got);
      if (is_too_large(text.size(), stat.comp_size)) return too_large(name);
    }
  }

 private:
  bool is_too_large(std::size_t inflated, zip_uint64_t packed) const {
    const bool swollen = inflated > (std::size_t{1} << 20) && inflated / limits_.ratio > packed;
    return swollen || inflated > limits_.part_bytes || total_ > limits_.total_bytes;
  }

  base::Problem damaged(const std::string& what) const {
    return {problem::xlsx_damaged,
            "The workbook cannot be read: " + what + ". Save it again as .xlsx",
            {source_, 0, 0}};
  }

  base::Problem too_large(const std::string& name) const {
    return {problem::xlsx_too_large,
            "The workbook unpacks to more than is read (" + name + "); nothing of it was taken",
            {source_, 0, 0}};
  }

  zip_t* zip_;
  std::string source_;
  PackageLimits limits_;
  std::size_t total_ = 0;
};

XlsxPackage::XlsxPackage(std::unique_ptr<Archive> archive) : archive_(std::move(archive)) {}
XlsxPackage::XlsxPackage(XlsxPackage&&) noexcept = default;
XlsxPackage::~XlsxPackage() = default;

base::Result<XlsxPackage> XlsxPackage::open(std::string_view bytes, const std::string& source,
                                            PackageLimits limits) {
  const base::Place whole{source, 0, 0};
  zip_source_t* memory = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  zip_t* zip = memory == nullptr ? nullptr : zip_open_from_source(memory, ZIP_RDONLY, nullptr);
  if (zip == nullptr) {
    zip_source_free(memory);
    return base::Problem(problem::xlsx_damaged, "This is not a workbook (.xlsx)", whole);
  }
  auto archive = std::make_unique<Archive>(zip, source, limits);
  if (zip_get_num_entries(zip, 0) > static_cast<zip_int64_t>(limits.parts))
    return base::Problem(problem::xlsx_too_large, "The workbook has too many parts", whole);
  return XlsxPackage(std::move(archive));
}

bool XlsxPackage::has(const std::string& name) const {
  return archive_->has(name);
}
base::Result<std::string> XlsxPackage::part(const std::string& name) {
  return archive_->part(name);
}

}  // namespace smm::exchange
