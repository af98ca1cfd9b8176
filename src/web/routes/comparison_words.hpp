// SPDX-License-Identifier: Apache-2.0
// Figures of a comparison as a person reads them.
#pragma once

#include <string>

#include "benchmark/comparison.hpp"
#include "instrument/edition.hpp"
#include "render/texts.hpp"

namespace smm::web {

// How the edition names what a row is about, and a profession; ids that it does not have stand for
// themselves.
std::string label_of_level(const render::Texts& texts, const instrument::Edition& edition,
                           benchmark::NormLevel level, const std::string& id);
std::string label_of_profession(const instrument::Edition& edition, const std::string& id);

std::string shown_points(double points);  // "52.5": one decimal, without a zero behind the point

std::string mean_words(const render::Texts& texts, const benchmark::ComparedRow& row);  // "48 (45 to 51)"
std::string band_words(const render::Texts& texts, const benchmark::ComparedRow& row);  // "50 to 75 of 100"
std::string standing_words(const render::Texts& texts, const benchmark::ComparedRow& row);  // "above"
std::string reason_words(const render::Texts& texts, const benchmark::ComparedRow& row);
std::string peers_words(const render::Texts& texts, const benchmark::PeerMean& peers);
std::string promise_words(const render::Texts& texts, const benchmark::Comparison& compared);

}  // namespace smm::web
