// SPDX-License-Identifier: Apache-2.0
#include "app/badges/badge_file.hpp"

#include "badge/baked.hpp"
#include "badge/picture.hpp"
#include "base/assert.hpp"

namespace smm::app {

std::optional<BadgeFormat> badge_format(std::string_view name) {
  if (name == "json") return BadgeFormat::json;
  if (name == "svg") return BadgeFormat::svg;
  if (name == "png") return BadgeFormat::png;
  return std::nullopt;
}

badge::Letters badge_letters(const Content& content) {
  return badge::Letters(content.read("badge/letters.txt").value_or(""));
}

std::string badge_file(const KeptBadge& badge, std::string_view picture, BadgeFormat format) {
  if (format == BadgeFormat::svg) return badge::baked_svg(picture, badge.credential);
  if (format == BadgeFormat::png) return badge::baked_png(picture, badge.credential);
  return badge.credential;
}

std::string badge_picture(const render::Texts& texts, const badge::Letters& letters, const std::string& round,
                          BadgeFormat format) {
  SMM_ASSERT(format != BadgeFormat::json);
  const badge::PictureWords words{.title = texts("badge.picture.title", {{"round", round}}),
                                  .description = texts("badge.picture.description"),
                                  .top = texts("badge.picture.top"),
                                  .bottom = texts("badge.picture.bottom"),
                                  .label = round};
  return format == BadgeFormat::svg ? picture_svg(letters, words) : picture_png(letters, words);
}

}  // namespace smm::app
