// amends-compile FILE: writes the core pack, compiled, for the build to embed.
#include <cstdio>
#include <fstream>

#include "amends/engine.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: amends-compile FILE\n", stderr);
    return 2;
  }
  try {
    std::ofstream out(argv[1], std::ios::binary);
    out << amends::Engine::Load({}).Compiled();
    out.close();
    return out ? 0 : 2;
  } catch (const amends::LoadError& error) {
    std::fputs(error.what(), stderr);
    return 2;
  }
}
