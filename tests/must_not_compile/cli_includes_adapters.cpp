// SPDX-License-Identifier: Apache-2.0
// Commands know the ports of app, not what stands behind them; only main.cpp joins the two.
// room: cli
// expect: adapters/embedded_content.hpp: No such file or directory
// expect: 'adapters/embedded_content.hpp' file not found
#include "instrument/item.hpp"
#ifdef MUST_NOT_COMPILE
#include "adapters/embedded_content.hpp"
#endif
