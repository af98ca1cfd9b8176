// SPDX-License-Identifier: Apache-2.0
#include "web/routes/badge_pictures.hpp"

namespace smm::web {

const std::string& BadgePictures::picture(const render::Texts& texts, const std::string& round,
                                          app::BadgeFormat format) {
  const std::lock_guard lock(mutex_);
  const auto found = drawn_.find({round, format});
  if (found != drawn_.end()) return found->second;
  return drawn_.emplace(std::pair(round, format), app::badge_picture(texts, letters_, round, format))
      .first->second;
}

}  // namespace smm::web
