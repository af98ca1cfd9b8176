// SPDX-License-Identifier: Apache-2.0
// A badge as a file to take away: the credential itself, or its picture with the credential baked in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/content.hpp"
#include "app/installation/badges.hpp"
#include "badge/letters.hpp"
#include "render/texts.hpp"

namespace smm::app {

enum class BadgeFormat { json, svg, png };

std::optional<BadgeFormat> badge_format(std::string_view name);  // "json", "svg", "png"

// Outlines of letters that ship with the program.
badge::Letters badge_letters(const Content& content);

// The picture of a round's badges as SVG or PNG, without anybody's credential; `round` is the round's code.
std::string badge_picture(const render::Texts& texts, const badge::Letters& letters, const std::string& round,
                          BadgeFormat format);

// The picture with the credential baked in; of JSON the credential alone, whatever the picture.
std::string badge_file(const KeptBadge& badge, std::string_view picture, BadgeFormat format);

}  // namespace smm::app
