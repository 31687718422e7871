# Installs the build BUILD into a fresh folder, then builds and runs the consumer against it, once
# by find_package and once by pkg-config.
cmake_minimum_required(VERSION 3.25)
set(here ${CMAKE_CURRENT_LIST_DIR})
set(work ${BUILD}/install_test)
set(prefix ${work}/prefix)

function(run)
  execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(REMOVE_RECURSE ${work})
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})
run(${CMAKE_COMMAND} -S ${here} -B ${work}/build -G Ninja -D CMAKE_CXX_COMPILER=${CXX}
  -D CMAKE_PREFIX_PATH=${prefix})
run(${CMAKE_COMMAND} --build ${work}/build)
run(${work}/build/consumer)

file(GLOB_RECURSE pc ${prefix}/amends.pc)
cmake_path(GET pc PARENT_PATH pc_folder)
set(ENV{PKG_CONFIG_PATH} ${pc_folder})
execute_process(COMMAND pkg-config --cflags --libs amends OUTPUT_VARIABLE flags
  OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
separate_arguments(flags UNIX_COMMAND "${flags}")
run(${CXX} -std=c++20 ${here}/consumer.cc -o ${work}/by_pkg_config ${flags})
run(${work}/by_pkg_config)

foreach(file rules/en/pack.json rules/pack.schema.json rules/incident.schema.json)
  if(NOT EXISTS ${prefix}/share/amends/${file})
    message(FATAL_ERROR "${file} is not installed")
  endif()
endforeach()
if(EXISTS ${prefix}/bin/amends)
  run(${prefix}/bin/amends --version)
endif()
