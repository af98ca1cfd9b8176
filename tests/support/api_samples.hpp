// SPDX-License-Identifier: Apache-2.0
// The samples of California schools that the reference results of surveys are computed from (the data `api`
// of R's survey package), as designs. Only where test::has_reference().
#pragma once

#include "reference_results.hpp"
#include "stats/survey_design.hpp"

namespace smm::test {

// 200 schools, by school type: elementary 0, high 1, middle 2.
inline stats::SurveyDesign api_stratified() {
  return {reference_numbers("apistrat", "pw"), reference_groups("apistrat", "stype"), {}, {4421, 755, 1018}};
}

// 200 schools of 6194, each as likely as the other.
inline stats::SurveyDesign api_simple() {
  return {reference_numbers("apisrs", "pw"), {}, {}, {6194}};
}

// All 183 schools of 15 districts out of 757.
inline stats::SurveyDesign api_clusters() {
  return {reference_numbers("apiclus1", "pw"), {}, reference_groups("apiclus1", "dnum"), {757}};
}

}  // namespace smm::test
