module vkyc-backend

go 1.19
