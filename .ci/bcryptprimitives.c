/* Windows has given random numbers by this name since version 10, and programs in Rust ask for them; the wine of Debian 12 has no such
   library yet. For tests only. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID bytes, ULONG size);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T size) {
    while (size) {
        ULONG part = size > 0x10000000 ? 0x10000000 : (ULONG)size;
        if (!SystemFunction036(bytes, part)) return FALSE;
        bytes += part;
        size -= part;
    }
    return TRUE;
}
