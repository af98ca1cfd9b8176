// SPDX-License-Identifier: Apache-2.0
// A text as a QR code (ISO/IEC 18004, by libqrencode): an SVG picture of one path, dark on white in light and
// dark pages alike, with the quiet zone of four modules that readers need and a title for who cannot see it.
// Error correction M: a seventh of it may be unreadable.
#pragma once

#include <string>
#include <string_view>

namespace smm::render {

// `text` has 1 to 2000 bytes; a longer one is a broken belief. `title` is plain text.
std::string qr_code_svg(const std::string& text, std::string_view title);

}  // namespace smm::render
