// SPDX-License-Identifier: Apache-2.0
// Small files of every kind, made here: what a scanner, a camera, an office program or an attacker would
// hand in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace smm::assessment::sample {

inline std::string low_first(std::uint32_t number, int bytes) {
  std::string text;
  for (int i = 0; i < bytes; ++i) text += static_cast<char>(number >> (8 * i) & 0xFF);
  return text;
}

inline std::string high_first(std::uint32_t number, int bytes) {
  std::string text;
  for (int i = bytes - 1; i >= 0; --i) text += static_cast<char>(number >> (8 * i) & 0xFF);
  return text;
}

struct ZipPart {
  std::string name;
  std::string bytes = "<x/>";
  std::uint32_t flags = 0;
  std::uint32_t method = 0;
  std::uint32_t unpacked = 4;
};

// A zip whose parts are stored. (Their check sums are left out: nobody here reads them.)
inline std::string zip_of(const std::vector<ZipPart>& parts) {
  std::string file;
  std::string directory;
  for (const ZipPart& part : parts) {
    const auto size = static_cast<std::uint32_t>(part.bytes.size());
    const auto name_size = static_cast<std::uint32_t>(part.name.size());
    const auto local = static_cast<std::uint32_t>(file.size());
    const std::string sizes = low_first(0, 4) + low_first(size, 4) + low_first(part.unpacked, 4);
    const std::string begin =
        low_first(20, 2) + low_first(part.flags, 2) + low_first(part.method, 2) + low_first(0, 4);
    file += "PK\x03\x04" + begin + sizes + low_first(name_size, 2) + low_first(0, 2) + part.name + part.bytes;
    directory += "PK\x01\x02" + low_first(20, 2) + begin + sizes + low_first(name_size, 2) + low_first(0, 2) +
                 low_first(0, 2) + low_first(0, 4) + low_first(0, 4) + low_first(local, 4) + part.name;
  }
  const auto count = static_cast<std::uint32_t>(parts.size());
  return file + directory + "PK\x05\x06" + low_first(0, 4) + low_first(count, 2) + low_first(count, 2) +
         low_first(static_cast<std::uint32_t>(directory.size()), 4) +
         low_first(static_cast<std::uint32_t>(file.size()), 4) + low_first(0, 2);
}

inline std::vector<ZipPart> office_parts(const std::string& main_part) {
  return {{"[Content_Types].xml"},
          {"_rels/.rels"},
          {main_part},
          {"docProps/core.xml"},
          {"docProps/thumbnail.jpeg"}};
}

inline std::vector<ZipPart> open_document_parts(const std::string& media_type) {
  return {{"mimetype", media_type},         {"content.xml"},
          {"Thumbnails/thumbnail.png"},     {"META-INF/manifest.xml"},
          {"Configurations2/accelerator/"}, {"layout-cache"},
          {"ObjectReplacements/Object 1"},  {"Object 1/content.xml"}};
}

inline std::string zip_with(std::vector<ZipPart> parts, ZipPart more) {
  parts.push_back(std::move(more));
  return zip_of(parts);
}

inline std::string pdf(std::string_view tail = "\n%%EOF\n") {
  return "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>" + std::string(tail);
}

inline std::string png_chunk(const std::string& name, const std::string& content) {
  return high_first(static_cast<std::uint32_t>(content.size()), 4) + name + content + high_first(0, 4);
}

inline std::string png() {
  const std::string header = high_first(1, 4) + high_first(1, 4) + std::string("\x08\x02\0\0\0", 5);
  return "\x89PNG\r\n\x1a\n" + png_chunk("IHDR", header) + png_chunk("IDAT", "data") + png_chunk("IEND", "");
}

inline std::string jpeg_segment(char marker, const std::string& content) {
  return std::string("\xFF") + marker + high_first(static_cast<std::uint32_t>(content.size()) + 2, 2) +
         content;
}

inline std::string jpeg(std::string_view tail = "\xFF\xD9") {
  return "\xFF\xD8" + jpeg_segment('\xE0', "JFIF") + "\xFF" + jpeg_segment('\xC0', "frame") +
         jpeg_segment('\xC4', "table") + jpeg_segment('\xDA', "scan") + "data" + std::string(tail);
}

}  // namespace smm::assessment::sample
