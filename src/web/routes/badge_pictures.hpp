// SPDX-License-Identifier: Apache-2.0
// Pictures of rounds' badges, drawn once each and kept: drawing one takes a tenth of a second.
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "app/badges/badge_file.hpp"
#include "render/texts.hpp"

namespace smm::web {

// Safe between threads. Ask for rounds that exist only: what is kept grows with every code.
class BadgePictures {
 public:
  explicit BadgePictures(const app::Content& content) : letters_(app::badge_letters(content)) {}

  const std::string& picture(const render::Texts& texts, const std::string& round, app::BadgeFormat format);

 private:
  badge::Letters letters_;
  std::mutex mutex_;
  std::map<std::pair<std::string, app::BadgeFormat>, std::string> drawn_;
};

}  // namespace smm::web
