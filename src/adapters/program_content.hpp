// SPDX-License-Identifier: Apache-2.0
// Content from the program itself, or from a folder that replaces it whole (--content DIR).
#pragma once

#include <string>

#include "app/content.hpp"

namespace smm::adapters {

class EmbeddedContent final : public app::Content {
 public:
  std::vector<std::string> list(std::string_view prefix) const override;
  std::optional<std::string> read(std::string_view path) const override;
};

class FolderContent final : public app::Content {
 public:
  explicit FolderContent(std::string folder);  // EnvironmentError when it holds no instruments
  std::vector<std::string> list(std::string_view prefix) const override;
  std::optional<std::string> read(std::string_view path) const override;

 private:
  std::string folder_;
};

}  // namespace smm::adapters
